package moviegen.world;

/**
 * Where a subject is at one instant, in units of the frame's mean side, from the frame's center.
 *
 * @param x where its feet are, to the right
 * @param y the ground under its feet, downward
 * @param lift how high it is above that ground
 * @param scale its size, 1 as described
 * @param rotation clockwise, radians
 * @param turn how much of its width shows, -1 to 1; negative looks left
 * @param stretch how much taller it is, keeping its area
 * @param gait which joints move
 * @param phase of the gait in periods
 * @param rolled angle its wheels have turned, radians
 */
public record Placement(
    double x,
    double y,
    double lift,
    double scale,
    double rotation,
    double turn,
    double stretch,
    String gait,
    double phase,
    double rolled) {}
