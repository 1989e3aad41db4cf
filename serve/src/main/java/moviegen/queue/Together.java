package moviegen.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The writers of a database that has one at a time: those that wait while a commit is on its way to
 * the disk go together in the next, so that many wait for the disk once and not one after the other
 * (group commit). A change that fails takes back nothing but itself.
 */
final class Together {
  private static final int MOST = 100;
  private static final String MARK = "change";

  private final Jdbi jdbi;
  private final ConcurrentLinkedQueue<Change<?>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writer = new ReentrantLock(true);

  Together(Jdbi jdbi) {
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

  private void commit(List<Change<?>> batch) {
    try {
      boolean alone = batch.size() == 1;
      jdbi.useTransaction(handle -> batch.forEach(change -> change.make(handle, alone)));
      batch.forEach(change -> change.ended = true);
    } catch (RuntimeException | Error e) {
      if (batch.size() == 1) {
        batch.getFirst().fail(e);
      } else {
        // The whole transaction is gone, as after a full disk: each has to say for itself.
        batch.forEach(change -> commit(List.of(change)));
      }
    }
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
