package moviegen.text;

import java.util.Arrays;

/** A growing row of token ids. */
final class Ids {
  private int[] values;
  private int length;

  Ids(int capacity) {
    values = new int[capacity];
  }

  Ids add(int id) {
    return add(new int[] {id}, 0, 1);
  }

  Ids add(int[] from, int start, int end) {
    int more = end - start;
    if (length + more > values.length) {
      values = Arrays.copyOf(values, 2 * values.length + more);
    }
    System.arraycopy(from, start, values, length, more);
    length += more;
    return this;
  }

  int[] toArray() {
    return Arrays.copyOf(values, length);
  }
}
