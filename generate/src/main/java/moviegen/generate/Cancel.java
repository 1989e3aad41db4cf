package moviegen.generate;

import java.util.concurrent.CancellationException;

/** A request's stop button; any thread may press it, work ends at the next step. */
public final class Cancel {
  private volatile boolean pressed;

  public void cancel() {
    pressed = true;
  }

  public boolean cancelled() {
    return pressed;
  }

  /**
   * Ends the work of a canceled request.
   *
   * @throws CancellationException once {@link #cancel} was called
   */
  public void check() {
    if (pressed) {
      throw new CancellationException("The request was canceled.");
    }
  }
}
