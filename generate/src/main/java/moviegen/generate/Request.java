package moviegen.generate;

/** What is to be made; every value is checked when the record is built. */
public sealed interface Request permits FilmRequest, ImageRequest {
  /** What the film shows, 1 to 2,000 characters. */
  String prompt();

  /** What guidance leads away from; empty for the plain unconditional branch. */
  String negative();

  FrameSize size();

  /** Pictures in the result, 1 to 256. */
  int frames();

  /** Pictures a second, 16 or 24. */
  int fps();

  /** Evaluations of the velocity, 1 to 1,000. */
  int steps();

  /** Scale of the classifier-free guidance, 0 to 30; 1 is none. */
  double guidance();

  /** What the noise is drawn from: the same request and seed make the same film. */
  long seed();
}
