/**
 * The drawn world: films whose truth is known, the training data of the tiny cast and the measure
 * of what it makes.
 *
 * <p>A {@link moviegen.world.Scene} is words and a seed; a {@link moviegen.world.Shot} says how it
 * is filmed; the {@code Renderer} draws it, {@code Motion} says where everything is.
 */
@org.jspecify.annotations.NullMarked
package moviegen.world;
