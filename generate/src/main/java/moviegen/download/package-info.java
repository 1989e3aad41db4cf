/**
 * Casts from the network: what is known of them, and how their files come. Nothing else in the
 * program opens a connection to another machine.
 *
 * <pre>
 * casts.json → KnownCast → DownloadPlan (what is missing, what it takes) → CastDownload
 *            → FileDownload (resume, retry, check) → a folder with cast.json
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package moviegen.download;
