package moviegen.serve;

import java.util.Optional;

/** Ends a request with a problem. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  Refusal(Problem problem) {
    super(problem.sentence(), null, false, false);
    this.problem = problem;
  }

  Refusal(int status, String code, String sentence) {
    this(Problem.of(status, code, sentence));
  }

  /** A field of the request has a wrong value. */
  static Refusal wrong(String field, String sentence) {
    return new Refusal(new Problem(400, "invalid_value", sentence, Optional.of(field)));
  }

  /** What this cast cannot do. */
  static Refusal unable(String field, String sentence) {
    return new Refusal(new Problem(400, "unsupported", sentence, Optional.of(field)));
  }

  static Refusal tooLarge(String sentence) {
    return new Refusal(413, "too_large", sentence);
  }

  static Refusal tooSlow() {
    return new Refusal(408, "timeout", Problems.sentence(408));
  }

  static Refusal missing(String what, String id) {
    return new Refusal(
        404, "not_found", "There is no %s \"%s\".".formatted(what, Text.cut(id, 40)));
  }

  Problem problem() {
    return problem;
  }
}
