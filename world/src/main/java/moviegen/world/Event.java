package moviegen.world;

/**
 * Something that happens at an instant and can be heard.
 *
 * @param kind impact, hop, landing, step or flap
 * @param seconds time since the film began
 * @param strength 0 to 1
 */
public record Event(String kind, double seconds, double strength) {}
