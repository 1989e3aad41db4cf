package moviegen.generate;

import java.util.function.Supplier;

/**
 * One request on its way from words to pictures: its time, how far it is, and its stop button.
 *
 * @param request as it is to be made
 */
record Take(Request request, Stopwatch watch, Forecast forecast, Cancel cancel) {
  /** Work on this stage, timed. */
  <T> T stage(Stage stage, Supplier<T> work) {
    progress(stage, 0, 1);
    return watch.time(stage, work);
  }

  /** Says how far a stage has come; ends here where the request was canceled. */
  void progress(Stage stage, int done, int total) {
    cancel.check();
    forecast.report(stage, Math.min(done, total), total);
  }
}
