/**
 * Films and pictures from text: requests, casts and the studio that makes the one from the other.
 *
 * <pre>
 * Request → conditions (text encoded once, then released) → noise → Velocity, stepped by a sampler
 *         → latents (kept until the film is written) → decoded tile by tile → Frames → file
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package moviegen.generate;
