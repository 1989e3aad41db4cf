package moviegen.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of the queue on every database. */
public interface QueueContract {
  /** An empty database. */
  Database database(Path folder);

  private Place place(Path folder) {
    return Place.of(folder, database(folder), Quota.STANDARD);
  }

  @Test
  default void startsTheMostUrgentJobAndThenTheOldest(@TempDir Path folder) {
    try (var place = place(folder)) {
      var first = place.jobs().submit(Waits.job(1)).id();
      var second = place.jobs().submit(Waits.job(2)).id();
      var urgent = place.jobs().submit(Waits.job(3).withPriority(5)).id();
      assertThat(place.jobs().line()).containsExactly(urgent, first, second);
      assertThat(claimAll(place)).extracting(Job::id).containsExactly(urgent, first, second);
    }
  }

  @Test
  default void givesEachJobToOneWorkerOnly(@TempDir Path folder) throws Exception {
    try (var place = place(folder)) {
      var ids = IntStream.range(0, 60).mapToObj(_ -> submit(place)).toList();
      var claimed = together(6, () -> claimAll(place)).stream().flatMap(List::stream).toList();
      assertThat(claimed).extracting(Job::id).containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  private static String submit(Place place) {
    return place.jobs().submit(Waits.job(1)).id();
  }

  private static List<Job> claimAll(Place place) {
    var all = new ArrayList<Job>();
    for (var job = claim(place); job.isPresent(); job = claim(place)) {
      all.add(job.get());
    }
    return all;
  }

  private static Optional<Job> claim(Place place) {
    return place.leases().claim("test", List.of(Waits.KIND));
  }

  private static <T> List<T> together(int count, Callable<T> work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(count)) {
      var results = new ArrayList<T>();
      for (var result : threads.invokeAll(IntStream.range(0, count).mapToObj(_ -> work).toList())) {
        results.add(result.get());
      }
      return results;
    }
  }

  @Test
  default void leavesJobsOfOtherKindsToOtherWorkers(@TempDir Path folder) {
    try (var place = place(folder)) {
      submit(place);
      var kinds = List.of(kind("film"), kind("image", "tiny"));
      assertThat(place.leases().claim("test", kinds)).isEmpty();
    }
  }

  @Test
  default void leavesJobsOfOtherCastsToOtherWorkers(@TempDir Path folder) {
    try (var place = place(folder)) {
      var far = place.jobs().submit(NewJob.of("film", "").withCast("far").withPriority(1)).id();
      var near = place.jobs().submit(NewJob.of("film", "").withCast("near")).id();
      var here = List.of(kind("film", "near", "other"), kind("image", "far"), Waits.KIND);
      assertThat(place.leases().claim("test", here)).map(Job::id).contains(near);
      assertThat(place.leases().claim("test", here)).isEmpty();
      assertThat(place.leases().claim("other", List.of(kind("film", "far"))))
          .map(Job::id)
          .contains(far);
    }
  }

  private static JobKind kind(String name, String... casts) {
    return new JobKind(name, Set.of(casts), (_, _) -> {});
  }

  @Test
  default void heedsNoWorkerWhoseJobWentOnElsewhere(@TempDir Path folder) throws Exception {
    try (var place = place(folder)) {
      submit(place);
      var dead = claim(place).orElseThrow();
      Thread.sleep(Place.QUICK.lease().plusMillis(50));
      assertThat(place.leases().reap()).extracting(Job::state).containsExactly(JobState.QUEUED);
      var alive = claim(place).orElseThrow();
      assertThat(alive.fence()).isGreaterThan(dead.fence());
      assertThat(place.leases().heartbeat(dead)).isEmpty();
      assertThat(place.leases().progress(dead, "wait", 0.5, Duration.ZERO)).isEmpty();
      assertThat(place.leases().complete(dead, List.of("late.mp4"), 1)).isFalse();
      assertThat(place.leases().fail(dead, "late")).isFalse();
      assertThat(place.leases().release(dead)).isFalse();
      assertThat(place.leases().complete(alive, List.of("film.mp4"), 2)).isTrue();
      assertThat(place.leases().complete(alive, List.of("film.mp4"), 2)).isTrue();
      assertThat(place.leases().complete(dead, List.of("late.mp4"), 1)).isFalse();
      var job = place.jobs().find(alive.id()).orElseThrow();
      assertThat(job.state()).isEqualTo(JobState.COMPLETED);
      assertThat(job.outputs()).containsExactly("film.mp4");
      assertThat(place.jobs().events(0, 100))
          .filteredOn(event -> event.type() == JobEvent.Type.COMPLETED)
          .hasSize(1);
      assertThat(place.jobs().bytes()).isEqualTo(2);
    }
  }

  @Test
  default void failsAJobWhoseWorkersKeepDying(@TempDir Path folder) throws Exception {
    try (var place = place(folder)) {
      var pace = new Pace(Duration.ofMillis(20), Duration.ofMillis(10), Duration.ofMillis(10), 2);
      var leases = new Leases(place.database(), pace);
      var id = submit(place);
      for (int i = 0; i < 2; i++) {
        assertThat(leases.claim("test", List.of(Waits.KIND))).isPresent();
        Thread.sleep(60);
        leases.reap();
      }
      var job = place.jobs().find(id).orElseThrow();
      assertThat(job.state()).isEqualTo(JobState.FAILED);
      assertThat(job.error()).contains("It was started 2 times, and each time its worker died.");
    }
  }

  @Test
  default void countsNoAttemptOfAJobThatWasHandedBack(@TempDir Path folder) {
    try (var place = place(folder)) {
      submit(place);
      assertThat(place.leases().release(claim(place).orElseThrow())).isTrue();
      assertThat(claim(place).orElseThrow().attempt()).isEqualTo(1);
    }
  }

  @Test
  default void cancelsAtOnceWhatWaitsAndTellsTheWorkerOfWhatRuns(@TempDir Path folder) {
    try (var place = place(folder)) {
      var waiting = submit(place);
      assertThat(place.jobs().cancel(waiting)).map(Job::state).contains(JobState.CANCELED);
      submit(place);
      var running = claim(place).orElseThrow();
      place.jobs().cancel(running.id());
      var seen = place.leases().progress(running, "wait", 0.1, Duration.ofSeconds(3));
      assertThat(seen).map(Job::canceling).contains(true);
      assertThat(place.leases().canceled(running)).isTrue();
      assertThat(place.jobs().cancel(running.id())).map(Job::state).contains(JobState.CANCELED);
      assertThat(place.jobs().cancel("nobody")).isEmpty();
    }
  }

  @Test
  default void listsJobsPieceByPieceInBothDirections(@TempDir Path folder) {
    try (var place = place(folder)) {
      var ids = IntStream.range(0, 5).mapToObj(_ -> submit(place)).toList();
      assertThat(list(place, false)).containsExactlyElementsOf(ids);
      assertThat(list(place, true)).containsExactlyElementsOf(ids.reversed());
    }
  }

  private static List<String> list(Place place, boolean newestFirst) {
    var all = new ArrayList<String>();
    Optional<String> after = Optional.empty();
    boolean more = true;
    while (more) {
      var page = place.jobs().page(JobFilter.ALL, after, 2, newestFirst);
      page.jobs().forEach(job -> all.add(job.id()));
      after = Optional.of(page.jobs().getLast().id());
      more = page.more();
    }
    return all;
  }

  @Test
  default void findsByWordsAndFavoritesAndStates(@TempDir Path folder) {
    try (var place = place(folder)) {
      var jobs = place.jobs();
      var ball = jobs.submit(NewJob.of("film", "{}").withTitle("A Red ball, 100% round")).id();
      var cat = jobs.submit(NewJob.of("image", "{}").withTitle("a red cat_fish")).id();
      jobs.favorite(cat, true);
      assertThat(ids(place, JobFilter.ALL.searching("BALL red"))).containsExactly(ball);
      assertThat(ids(place, JobFilter.ALL.searching("red"))).containsExactly(cat, ball);
      assertThat(ids(place, JobFilter.ALL.searching("100% "))).containsExactly(ball);
      assertThat(ids(place, JobFilter.ALL.searching("t_f"))).containsExactly(cat);
      assertThat(ids(place, JobFilter.ALL.searching("d_b"))).isEmpty();
      assertThat(ids(place, JobFilter.ALL.onlyFavorites())).containsExactly(cat);
      assertThat(ids(place, JobFilter.ALL.ofKind("film"))).containsExactly(ball);
      assertThat(ids(place, JobFilter.ALL.in(JobState.RUNNING))).isEmpty();
    }
  }

  private static List<String> ids(Place place, JobFilter filter) {
    return place.jobs().page(filter, Optional.empty(), 10, true).jobs().stream()
        .map(Job::id)
        .toList();
  }

  @Test
  default void bringsBackWhatWasDeletedUntilItIsPurged(@TempDir Path folder) {
    try (var place = place(folder)) {
      var jobs = place.jobs();
      var id = submit(place);
      assertThat(jobs.delete(id)).map(Job::state).contains(JobState.CANCELED);
      assertThat(ids(place, JobFilter.ALL)).isEmpty();
      assertThat(ids(place, JobFilter.ALL.onlyDeleted())).containsExactly(id);
      assertThat(jobs.purge(Duration.ofHours(1))).isZero();
      jobs.restore(id);
      assertThat(ids(place, JobFilter.ALL)).containsExactly(id);
      jobs.delete(id);
      assertThat(jobs.purge(Duration.ZERO)).isEqualTo(1);
      assertThat(jobs.find(id)).isEmpty();
    }
  }

  @Test
  default void refusesWhatDoesNotFit(@TempDir Path folder) {
    try (var place = Place.of(folder, database(folder), new Quota(2, 100, 0))) {
      place.jobs().submit(List.of(Waits.job(1), Waits.job(1)));
      assertThatThrownBy(() -> submit(place))
          .isInstanceOf(QuotaException.class)
          .hasMessage("The queue is full: 2 jobs wait and at most 2 may; try again later.");
      place.leases().complete(claim(place).orElseThrow(), List.of("film.mp4"), 100);
      assertThatThrownBy(() -> submit(place))
          .hasMessage("The films take 0 MB and at most 0 MB may be used; delete some.");
      var made = ids(place, JobFilter.ALL.in(JobState.COMPLETED)).getFirst();
      place.jobs().delete(made);
      assertThat(submit(place)).isNotEmpty();
      assertThat(place.jobs().find(made)).isEmpty();
    }
  }

  @Test
  default void tellsEveryEventOnceAndInOrderThoughManyWrite(@TempDir Path folder) throws Exception {
    try (var place = place(folder);
        var feed = EventFeed.start(place.jobs())) {
      submit(place);
      var heard = new ConcurrentLinkedQueue<JobEvent>();
      try (var _ = feed.subscribe(0, heard::add)) {
        together(6, () -> IntStream.range(0, 15).mapToObj(_ -> submit(place)).toList());
        for (int i = 0; i < 100 && heard.size() < 91; i++) {
          Thread.sleep(50);
        }
      }
      assertThat(heard).hasSize(91).extracting(JobEvent::id).isSorted().doesNotHaveDuplicates();
      var again = new ArrayList<JobEvent>();
      var middle = heard.stream().skip(40).findFirst().orElseThrow().id();
      feed.subscribe(middle, again::add).close();
      assertThat(again).hasSize(50);
    }
  }
}
