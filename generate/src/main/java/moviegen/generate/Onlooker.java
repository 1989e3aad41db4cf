package moviegen.generate;

import moviegen.media.Frames;

/** One who hears how far a request has come, and may watch it come, on the studio's thread. */
@FunctionalInterface
public interface Onlooker {
  void hear(Progress progress);

  /** Whether it wants to see first looks; they cost a little time. */
  default boolean watches() {
    return false;
  }

  /** Sees what a frame of the film will look like, as far as one can say. */
  default void see(Frames frame) {}
}
