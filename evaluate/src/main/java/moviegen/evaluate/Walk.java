package moviegen.evaluate;

import moviegen.flow.EulerSampler;
import moviegen.flow.MidpointSampler;
import moviegen.flow.Sampler;
import moviegen.flow.Schedule;

/** A named way from noise to data. */
record Walk(String name, Sampler sampler) {
  static Walk linear(int steps) {
    return new Walk("euler/linear/" + steps, new EulerSampler(Schedule.linear(steps)));
  }

  static Walk linearQuadratic(int steps) {
    return new Walk(
        "euler/linear_quadratic/" + steps, new EulerSampler(Schedule.linearQuadratic(steps)));
  }

  static Walk midpoint(int steps) {
    return new Walk("midpoint/linear/" + steps, new MidpointSampler(Schedule.linear(steps)));
  }

  static Walk midpointLinearQuadratic(int steps) {
    return new Walk(
        "midpoint/linear_quadratic/" + steps, new MidpointSampler(Schedule.linearQuadratic(steps)));
  }
}
