package moviegen.queue;

import java.util.List;
import java.util.Set;

/**
 * Which jobs a list is of.
 *
 * @param kinds none means all
 * @param states none means all
 * @param favorites whether only favorites
 * @param deleted whether the deleted ones instead of the others
 * @param search words that all have to be in the title; blank means all
 */
public record JobFilter(
    List<String> kinds, Set<JobState> states, boolean favorites, boolean deleted, String search) {
  public static final JobFilter ALL = new JobFilter(List.of(), Set.of(), false, false, "");

  public JobFilter {
    kinds = List.copyOf(kinds);
    states = Set.copyOf(states);
  }

  public JobFilter ofKind(String... names) {
    return new JobFilter(List.of(names), states, favorites, deleted, search);
  }

  public JobFilter in(JobState... wanted) {
    return new JobFilter(kinds, Set.of(wanted), favorites, deleted, search);
  }

  public JobFilter onlyFavorites() {
    return new JobFilter(kinds, states, true, deleted, search);
  }

  public JobFilter onlyDeleted() {
    return new JobFilter(kinds, states, favorites, true, search);
  }

  public JobFilter searching(String words) {
    return new JobFilter(kinds, states, favorites, deleted, words);
  }
}
