/**
 * The studio over HTTP: the paths of OpenAI's video and image APIs, our own for what they lack, and
 * the page. {@code openapi.yaml} says it all.
 *
 * <pre>
 * Access → Fields (bounded, uploads on disk) → Order → Jobs.submit → Answers
 *                                                EventFeed → Events
 *                                                Outputs → Media
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package moviegen.serve;
