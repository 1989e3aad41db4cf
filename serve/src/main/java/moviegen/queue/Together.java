package moviegen.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The writers of this process, of which the database takes one at a time: those that wait while a
 * commit is on its way to the disk go together in the next, so that many wait for the disk once and
 * not one after the other (group commit). A change that fails takes back nothing but itself.
 */
final class Together {
  private static final int MOST = 100;
  private static final String MARK = "change";

  private final Dialect dialect;
  private final Jdbi jdbi;
  private final ConcurrentLinkedQueue<Change<?>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writer = new ReentrantLock(true);

  Together(Dialect dialect, Jdbi jdbi) {
    this.dialect = dialect;
    this.jdbi = jdbi;
  }

  /** Makes a change, and returns when it is on the disk. */
  <T> T write(Function<Handle, T> what) {
    var change = new Change<T>(what);
    waiting.add(change);
    writer.lock();
    try {
      while (!change.ended) {
        commit(next());
      }
    } finally {
      writer.unlock();
    }
    return change.result();
  }

  private List<Change<?>> next() {
    var batch = new ArrayList<Change<?>>();
    for (var change = waiting.poll(); change != null; change = waiting.poll()) {
      batch.add(change);
      if (batch.size() == MOST) {
        break;
      }
    }
    return batch;
  }

  /** Makes changes in one transaction; false where the database could not even begin it. */
  private boolean commit(List<Change<?>> batch) {
    var reached = new AtomicReference<>(Stage.OPENING);
    try {
      jdbi.useTransaction(
          handle -> {
            dialect.queueUp(handle);
            reached.set(Stage.CHANGING);
            batch.forEach(change -> change.make(handle, batch.size() == 1));
            reached.set(Stage.COMMITTING);
          });
      batch.forEach(change -> change.ended = true);
    } catch (RuntimeException | Error e) {
      if (batch.size() > 1 && reached.get() == Stage.CHANGING) {
        each(batch, e);
      } else {
        // What a broken commit has done is not known, so nothing may be done again.
        batch.forEach(change -> change.fail(e));
      }
    }
    return reached.get() != Stage.OPENING;
  }

  /** The whole transaction is gone, as after a full disk: each change has to say for itself. */
  private void each(List<Change<?>> batch, Throwable e) {
    boolean there = true;
    for (var change : batch) {
      if (there) {
        there = commit(List.of(change));
      } else {
        change.fail(e);
      }
    }
  }

  private enum Stage {
    OPENING,
    CHANGING,
    COMMITTING
  }

  /** What one caller wants, and what came of it; guarded by the lock of writers. */
  private static final class Change<T> {
    private final Function<Handle, T> what;
    private @Nullable T result;
    private @Nullable Throwable failure;
    private boolean ended;

    Change(Function<Handle, T> what) {
      this.what = what;
    }

    void make(Handle handle, boolean alone) {
      failure = null;
      if (alone) {
        result = what.apply(handle);
        return;
      }
      handle.savepoint(MARK);
      try {
        result = what.apply(handle);
        handle.releaseSavepoint(MARK);
      } catch (RuntimeException e) {
        handle.rollbackToSavepoint(MARK);
        failure = e;
      }
    }

    void fail(Throwable e) {
      failure = e;
      ended = true;
    }

    T result() {
      return switch (failure) {
        case null -> Objects.requireNonNull(result);
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        default -> throw new IllegalStateException(failure);
      };
    }
  }
}
