package moviegen.tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * The matrix products that a piece of code asks for, in order: where nearly all of a transformer's
 * arithmetic lies. On the device {@code meta} they are counted without being done.
 */
public record MatrixWork(List<Product> products) {
  private static final ScopedValue<List<Product>> RECORDING = ScopedValue.newInstance();

  /** What a product is for. */
  public enum Kind {
    /** A weight applied to tokens. */
    LINEAR,
    /** Queries with keys, or scores with values. */
    ATTENTION,
    /** A kernel applied to all places. */
    CONVOLUTION
  }

  /**
   * A product of (rows inner) with (inner columns), {@code count} times.
   *
   * @param count independent products of this shape
   */
  public record Product(Kind kind, long count, long rows, long inner, long columns) {
    /** Multiplications and additions. */
    public double flops() {
      return 2.0 * count * rows * inner * columns;
    }
  }

  /** Runs {@code code} and tells what it multiplied. */
  public static MatrixWork of(Runnable code) {
    var products = new ArrayList<Product>();
    ScopedValue.where(RECORDING, products).run(code);
    return new MatrixWork(List.copyOf(products));
  }

  public double flops() {
    return products.stream().mapToDouble(Product::flops).sum();
  }

  public double flops(Kind kind) {
    return products.stream().filter(p -> p.kind() == kind).mapToDouble(Product::flops).sum();
  }

  static void linear(Tensor x, Tensor weight) {
    if (RECORDING.isBound()) {
      long inner = weight.size(1);
      note(Kind.LINEAR, 1, x.count() / inner, inner, weight.size(0));
    }
  }

  /** Notes what {@code weight} took to make {@code y}, and returns it. */
  static Tensor convolution(Tensor y, Tensor weight) {
    if (RECORDING.isBound()) {
      long columns = weight.size(0);
      note(Kind.CONVOLUTION, 1, y.count() / columns, weight.count() / columns, columns);
    }
    return y;
  }

  static void linear(long rows, long inner, long columns) {
    if (RECORDING.isBound()) {
      note(Kind.LINEAR, 1, rows, inner, columns);
    }
  }

  static void product(Tensor a, Tensor b) {
    if (RECORDING.isBound() && a.rank() >= 2 && b.rank() >= 2) {
      long inner = a.size(a.rank() - 1);
      long rows = a.size(a.rank() - 2);
      note(Kind.ATTENTION, a.count() / (rows * inner), rows, inner, b.size(b.rank() - 1));
    }
  }

  static void attention(Tensor q, Tensor k) {
    if (RECORDING.isBound()) {
      long n = q.size(2);
      long d = q.size(3);
      long m = k.size(2);
      long count = q.count() / (n * d);
      note(Kind.ATTENTION, count, n, d, m);
      note(Kind.ATTENTION, count, n, m, d);
    }
  }

  private static void note(Kind kind, long count, long rows, long inner, long columns) {
    RECORDING.get().add(new Product(kind, count, rows, inner, columns));
  }
}
