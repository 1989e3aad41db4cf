package moviegen.world;

/**
 * A sound of a scene that goes on and on.
 *
 * @param kind wind, rustle, rain, surf, lapping, traffic, crickets, engine, motor, roar, hum,
 *     rolling or scraping
 * @param level how loud it is beside others, 1 for what fills the place
 * @param visible whether its source is in the picture
 */
public record Bed(String kind, double level, boolean visible) {}
