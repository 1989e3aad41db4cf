package moviegen.flow;

/** Steps along the velocity found half a step ahead: second order, two evaluations a step. */
public record MidpointSampler(Schedule schedule) implements Sampler {
  @Override
  public Walk step(Walk walk, Velocity velocity) {
    double now = schedule.times().get(walk.done());
    double next = schedule.times().get(walk.done() + 1);
    double half = (next - now) / 2;
    var x = walk.sample();
    var ahead = x.add(velocity.at(x, now).mul(half));
    return walk.to(x.add(velocity.at(ahead, now + half).mul(next - now)));
  }
}
