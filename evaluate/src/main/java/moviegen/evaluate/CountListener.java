package moviegen.evaluate;

/** Hears how far a measurement has come. */
@FunctionalInterface
public interface CountListener {
  void onCount(int done, int all);
}
