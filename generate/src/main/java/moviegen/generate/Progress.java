package moviegen.generate;

import java.time.Duration;

/**
 * How far a request has come.
 *
 * @param done units of the stage that are done: steps, tiles, frames
 * @param total units of the stage
 * @param fraction of the whole request, 0 to 1, by time
 * @param left the time the rest is expected to take
 */
public record Progress(Stage stage, int done, int total, double fraction, Duration left) {}
