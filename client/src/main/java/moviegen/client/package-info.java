/**
 * A studio from another program: submit, observe, await, cancel. It needs nothing but the JDK's
 * HTTP client and Jackson.
 *
 * <pre>
 *   FilmOrder → StudioClient.submit → FilmJob → observe: JobStatus, JobStatus, …
 *                                             → await:   Film → save
 *                                             → cancel
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package moviegen.client;
