package moviegen.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that happens to jobs, told to any number of listeners by one reader of the database. A
 * listener hears every event once and in order, from the one on that it names.
 */
public final class EventFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int PIECE = 500;

  private final Jobs jobs;
  private final List<Consumer<JobEvent>> listeners = new ArrayList<>();
  private final Thread thread;
  private volatile boolean open = true;
  private long last;

  private EventFeed(Jobs jobs) {
    this.jobs = jobs;
    last = jobs.lastEvent();
    thread = Thread.ofPlatform().name("events").daemon().unstarted(this::run);
  }

  public static EventFeed start(Jobs jobs) {
    var feed = new EventFeed(jobs);
    feed.thread.start();
    return feed;
  }

  /** One who listens; closing it ends that. */
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Listens.
   *
   * @param after the last event that is known already; what followed is told first
   * @param listener must not block: it is called on the thread that serves all
   */
  public synchronized Subscription subscribe(long after, Consumer<JobEvent> listener) {
    long told = after;
    while (told < last) {
      var missed = jobs.events(told, PIECE);
      for (var event : missed) {
        if (event.id() <= last) {
          listener.accept(event);
        }
      }
      told = missed.isEmpty() ? last : missed.getLast().id();
    }
    listeners.add(listener);
    return () -> remove(listener);
  }

  /** The newest event that listeners have heard of. */
  public synchronized long last() {
    return last;
  }

  private synchronized void remove(Consumer<JobEvent> listener) {
    listeners.remove(listener);
  }

  private void run() {
    long seen = 0;
    while (open) {
      try {
        seen = jobs.signal().await(seen, POLL);
        while (open && tell(jobs.events(last(), PIECE)) == PIECE) {}
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.warn("Events could not be read; trying again", e);
        rest();
      }
    }
  }

  private synchronized int tell(List<JobEvent> events) {
    for (var event : events) {
      for (var listener : listeners) {
        try {
          listener.accept(event);
        } catch (RuntimeException e) {
          LOG.debug("A listener has failed", e);
        }
      }
      last = event.id();
    }
    return events.size();
  }

  private static void rest() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    open = false;
    jobs.signal().fire();
  }
}
