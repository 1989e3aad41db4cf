package moviegen.world;

import java.util.ArrayList;
import java.util.List;

/** The words that a prompt cannot do without. */
record Kernel(String subject, String color, String action) {
  static final List<String> ATTRIBUTES = List.of("subject", "color", "action");

  /** All kernels that are held out in the way of a tier; those of the third are not. */
  static List<Kernel> of(Tier tier) {
    var words = Vocabulary.get();
    var kernels = new ArrayList<Kernel>();
    for (String subject : words.values("subject")) {
      for (String color : words.values("color")) {
        for (String action : words.actions(subject)) {
          var kernel = new Kernel(subject, color, action);
          if (kernel.belongsTo(tier)) {
            kernels.add(kernel);
          }
        }
      }
    }
    return List.copyOf(kernels);
  }

  private boolean belongsTo(Tier tier) {
    boolean pair = HeldOut.pair(subject, color);
    boolean triple = HeldOut.triple(subject, color, action);
    return switch (tier) {
      case T1 -> triple && !pair;
      case T2 -> pair;
      case T3, T4 -> !triple && !pair;
    };
  }
}
