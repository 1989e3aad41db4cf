package moviegen.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Some pixels of a picture, and the box around them.
 *
 * @param left first column
 * @param top first row
 * @param width of the box around them
 * @param height of the box around them
 * @param pixels (h w) of the whole picture
 * @param columns of the whole picture
 */
record Patch(int left, int top, int width, int height, BitSet pixels, int columns) {
  /** The box around pixels, if there are any. */
  static Optional<Patch> around(BitSet pixels, int columns) {
    if (pixels.isEmpty()) {
      return Optional.empty();
    }
    var x = pixels.stream().map(i -> i % columns).summaryStatistics();
    int top = pixels.nextSetBit(0) / columns;
    int bottom = (pixels.length() - 1) / columns;
    return Optional.of(
        new Patch(x.getMin(), top, x.getMax() - x.getMin() + 1, bottom - top + 1, pixels, columns));
  }

  /** All patches that hang together in a set of pixels (h w). */
  static List<Patch> of(BitSet pixels, int columns, int rows) {
    var free = (BitSet) pixels.clone();
    var patches = new ArrayList<Patch>();
    for (int i = free.nextSetBit(0); i >= 0; i = free.nextSetBit(i)) {
      patches.add(take(free, i, columns, rows));
    }
    return patches;
  }

  private static Patch take(BitSet free, int first, int columns, int rows) {
    var pixels = new BitSet();
    var open = new int[columns * rows];
    int count = 1;
    open[0] = first;
    free.clear(first);
    while (count > 0) {
      int at = open[--count];
      pixels.set(at);
      int x = at % columns;
      int[] near = {x > 0 ? at - 1 : -1, x < columns - 1 ? at + 1 : -1, at - columns, at + columns};
      for (int next : near) {
        if (next >= 0 && next < columns * rows && free.get(next)) {
          free.clear(next);
          open[count++] = next;
        }
      }
    }
    return around(pixels, columns).orElseThrow();
  }

  int area() {
    return pixels.cardinality();
  }

  double x() {
    return pixels.stream().mapToDouble(i -> i % columns + 0.5).average().orElse(0);
  }

  double y() {
    return pixels.stream().mapToDouble(i -> Math.floorDiv(i, columns) + 0.5).average().orElse(0);
  }

  /** What lies between pixels of it both along its row and along its column. */
  BitSet filled() {
    var filled = new BitSet();
    for (int y = top; y < top + height; y++) {
      int first = pixels.nextSetBit(y * columns + left);
      int last = pixels.previousSetBit(y * columns + left + width - 1);
      if (first >= 0 && first <= last) {
        filled.set(first, last + 1);
      }
    }
    for (int x = left; x < left + width; x++) {
      int first = top;
      int last = top + height - 1;
      while (first <= last && !pixels.get(first * columns + x)) {
        first++;
      }
      while (last >= first && !pixels.get(last * columns + x)) {
        last--;
      }
      for (int y = top; y < top + height; y++) {
        if (y < first || y > last) {
          filled.clear(y * columns + x);
        }
      }
    }
    return filled;
  }
}
