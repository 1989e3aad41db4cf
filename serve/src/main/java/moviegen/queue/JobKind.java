package moviegen.queue;

import java.util.Set;

/**
 * A kind of work, and who does it.
 *
 * @param name the word that jobs carry
 * @param casts names of the casts that are here for it; jobs of others are left to others. Empty
 *     where the work needs none
 */
public record JobKind(String name, Set<String> casts, JobHandler handler) {
  public JobKind {
    casts = Set.copyOf(casts);
  }

  /** Work that needs no cast. */
  public JobKind(String name, JobHandler handler) {
    this(name, Set.of(), handler);
  }
}
