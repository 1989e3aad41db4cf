/**
 * The queue: jobs in a database, workers that hold them by leases, and the files that come of them.
 *
 * <pre>
 * NewJob → Jobs (queued) → Leases.claim → Worker → JobHandler(Job, Work) → Outputs
 *                            ↑ heartbeat, fence       progress, previews, cancel
 * </pre>
 *
 * <p>A job is data; its {@link moviegen.queue.JobKind} says who handles it. Every claim raises the
 * job's fence, and only the holder of the newest fence may finish it.
 */
@org.jspecify.annotations.NullMarked
package moviegen.queue;
