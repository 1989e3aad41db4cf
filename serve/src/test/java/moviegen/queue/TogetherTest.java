package moviegen.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TogetherTest {
  @TempDir Path folder;

  private static int insert(Database database, int number) {
    return database.write(
        handle -> {
          int count = handle.execute("insert into numbers (n) values (?)", number);
          if (number % 3 == 0) {
            throw new IllegalArgumentException(Integer.toString(number));
          }
          return count;
        });
  }

  @Test
  void takesBackTheChangesThatFailAndNoOthers() throws Exception {
    try (var database = Database.sqlite(folder.resolve("jobs.db"));
        var threads = Executors.newFixedThreadPool(20)) {
      database.write(handle -> handle.execute("create table numbers (n integer)"));
      var done = new ArrayList<Future<Integer>>();
      for (int i = 1; i <= 200; i++) {
        int number = i;
        done.add(threads.submit(() -> insert(database, number)));
      }
      for (int i = 1; i <= 200; i++) {
        var one = done.get(i - 1);
        if (i % 3 == 0) {
          assertThatThrownBy(one::get).cause().hasMessage(Integer.toString(i));
        } else {
          assertThat(one.get()).isEqualTo(1);
        }
      }
      List<Integer> there =
          database.read(
              handle -> handle.createQuery("select n from numbers").mapTo(Integer.class).list());
      assertThat(there)
          .hasSize(200 - 66)
          .doesNotHaveDuplicates()
          .allMatch(number -> number % 3 != 0);
    }
  }

  @Test
  void commitsOnceForAllThatWaitMeanwhile() throws Exception {
    try (var database = Database.sqlite(folder.resolve("jobs.db"))) {
      var transactions = ConcurrentHashMap.<Object>newKeySet();
      var begun = new CountDownLatch(1);
      var go = new CountDownLatch(1);
      var first = Thread.ofPlatform().start(() -> database.write(_ -> pass(begun, go)));
      begun.await();
      var others =
          IntStream.range(0, 20)
              .mapToObj(_ -> Thread.ofPlatform().start(() -> database.write(transactions::add)))
              .toList();
      for (var other : others) {
        while (other.getState() != Thread.State.WAITING) {
          Thread.onSpinWait();
        }
      }
      go.countDown();
      first.join();
      for (var other : others) {
        other.join();
      }
      assertThat(transactions).hasSize(1);
    }
  }

  private static boolean pass(CountDownLatch begun, CountDownLatch go) {
    begun.countDown();
    try {
      go.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
