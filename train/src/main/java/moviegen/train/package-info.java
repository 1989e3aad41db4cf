/**
 * Training: an {@link moviegen.train.Objective} says what is learned, a {@link
 * moviegen.train.Recipe} how, and a {@link moviegen.train.Trainer} does it, resumable at any step
 * (paper §3.2).
 */
@org.jspecify.annotations.NullMarked
package moviegen.train;
