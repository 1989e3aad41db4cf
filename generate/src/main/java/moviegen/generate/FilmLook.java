package moviegen.generate;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import moviegen.audio.FilmSight;
import moviegen.media.Bicubic;
import moviegen.media.Frames;
import moviegen.media.Limits;
import moviegen.media.VideoReader;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** Looks at a film for its sound, some frames at a time, so that long ones cost little memory. */
final class FilmLook {
  private static final int AT_ONCE = 16;

  private final FilmSight sight;
  private final Frames some;
  private final List<Tensor> looked = new ArrayList<>();
  private int waiting;

  private FilmLook(FilmSight sight) {
    this.sight = sight;
    some = Frames.black(AT_ONCE, sight.side(), sight.side(), FilmSight.RATE);
  }

  /** What is seen in a film's file (1 t k), bfloat16. */
  static Tensor at(Path film, FilmSight sight) {
    try (var scope = Scope.open();
        var reader = VideoReader.open(film, Limits.LONG)) {
      var look = new FilmLook(sight);
      reader.show(sight.side(), sight.side(), FilmSight.RATE, look::add);
      return scope.keep(look.all());
    }
  }

  /** What is seen in a film (1 t k), bfloat16. */
  static Tensor at(Frames film, FilmSight sight) {
    try (var scope = Scope.open()) {
      var look = new FilmLook(sight);
      long count = Math.max(1, Math.round(film.seconds() * FilmSight.RATE));
      for (int i = 0; i < count; i++) {
        int shown =
            (int) Math.min(film.count() - 1, Math.floor(i * film.fps() / FilmSight.RATE + 1e-6));
        look.add(Bicubic.resize(film.only(shown), sight.side(), sight.side()).pixels());
      }
      return scope.keep(look.all());
    }
  }

  private void add(ByteBuffer frame) {
    some.frame(waiting).put(0, frame, 0, frame.capacity());
    waiting++;
    if (waiting == AT_ONCE) {
      look();
    }
  }

  private void look() {
    if (waiting == 0) {
      return;
    }
    int count = waiting;
    waiting = 0;
    try (var inner = Scope.open()) {
      var frames = Pixels.tensor(some).select(0, 0).narrow(0, 0, count);
      looked.add(inner.keep(sight.look(frames).to(DType.BFLOAT16)));
    }
  }

  private Tensor all() {
    look();
    if (looked.isEmpty()) {
      throw new IllegalArgumentException("The film has no picture.");
    }
    return Ops.cat(looked, 0).unsqueeze(0);
  }
}
