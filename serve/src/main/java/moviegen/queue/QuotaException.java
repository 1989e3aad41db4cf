package moviegen.queue;

/** Nothing more fits now; the message says what is full and how large it is. */
public final class QuotaException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is full. */
  public enum Limit {
    QUEUE,
    DISK
  }

  private final Limit limit;

  QuotaException(Limit limit, String sentence) {
    super(sentence);
    this.limit = limit;
  }

  public Limit limit() {
    return limit;
  }
}
