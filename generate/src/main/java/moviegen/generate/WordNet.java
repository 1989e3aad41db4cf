package moviegen.generate;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.extjwnl.JWNLException;
import net.sf.extjwnl.data.POS;
import net.sf.extjwnl.data.Pointer;
import net.sf.extjwnl.data.PointerType;
import net.sf.extjwnl.data.Synset;
import net.sf.extjwnl.dictionary.Dictionary;

/** How near words are in meaning, by the tree of WordNet 3.1. */
final class WordNet {
  /*
   * Wu and Palmer, "Verb semantics and lexical selection" (1994): twice the depth of the deepest
   * meaning that two meanings share, over the sum of their own depths by way of it. A word's rarer
   * senses count a little less. Adjectives have no tree; their similar ones stand in for parents.
   */
  private static final double SAME = 0.9;

  private static final double NEAR = 0.7;
  private static final double NEAR_VERB = 0.5;
  private static final double RARER = 0.03;
  private static final int SENSES = 4;
  private static final List<PointerType> UPWARD =
      List.of(PointerType.HYPERNYM, PointerType.INSTANCE_HYPERNYM, PointerType.SIMILAR_TO);

  private final Dictionary dictionary;

  private WordNet(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  static WordNet load() {
    try {
      return new WordNet(Dictionary.getDefaultResourceInstance());
    } catch (JWNLException e) {
      throw new IllegalStateException("WordNet does not load", e);
    }
  }

  /** Whether the word, or what it is a form of, is English. */
  boolean knows(String word) {
    return POS.getAllPOS().stream().anyMatch(pos -> !senses(pos, word, 1).isEmpty());
  }

  /** The candidate nearest in meaning to a word, if one is nearly the same or at least near. */
  Optional<String> nearest(String word, Map<String, List<POS>> candidates, boolean same) {
    String best = "";
    double most = 0;
    for (POS pos : POS.getAllPOS()) {
      double least = same ? SAME : pos == POS.VERB ? NEAR_VERB : NEAR;
      var senses = senses(pos, word, SENSES);
      for (var candidate : candidates.entrySet()) {
        if (candidate.getValue().contains(pos)) {
          double likeness = likeness(senses, senses(pos, candidate.getKey(), 1));
          if (likeness >= least && likeness > most) {
            most = likeness;
            best = candidate.getKey();
          }
        }
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  private static double likeness(List<Map<Synset, Integer>> a, List<Map<Synset, Integer>> b) {
    double most = 0;
    for (int rank = 0; rank < a.size() && !b.isEmpty(); rank++) {
      most = Math.max(most, similarity(a.get(rank), b.getFirst()) - RARER * rank);
    }
    return most;
  }

  private List<Map<Synset, Integer>> senses(POS pos, String word, int most) {
    try {
      var entry = dictionary.lookupIndexWord(pos, word);
      return entry == null
          ? List.of()
          : entry.getSenses().stream().limit(most).map(WordNet::upward).toList();
    } catch (JWNLException e) {
      throw new IllegalStateException("WordNet cannot look up " + word, e);
    }
  }

  /** A meaning and all that are above it, each with its distance. */
  private static Map<Synset, Integer> upward(Synset meaning) {
    var distances = new LinkedHashMap<Synset, Integer>();
    var next = new ArrayDeque<Synset>(List.of(meaning));
    distances.put(meaning, 0);
    while (!next.isEmpty()) {
      Synset one = next.remove();
      int distance = distances.getOrDefault(one, 0);
      boolean more = one.getPOS() != POS.ADJECTIVE || distance == 0;
      for (Pointer pointer : more ? one.getPointers() : List.<Pointer>of()) {
        if (UPWARD.contains(pointer.getType())
            && target(pointer) instanceof Synset above
            && distances.putIfAbsent(above, distance + 1) == null) {
          next.add(above);
        }
      }
    }
    return distances;
  }

  private static Object target(Pointer pointer) {
    try {
      return pointer.getTarget();
    } catch (JWNLException e) {
      throw new IllegalStateException("WordNet has a meaning that leads nowhere", e);
    }
  }

  private static double similarity(Map<Synset, Integer> a, Map<Synset, Integer> b) {
    double best = 0;
    for (var shared : a.entrySet()) {
      var other = b.get(shared.getKey());
      if (other != null) {
        int depth = 1 + depth(shared.getKey());
        best = Math.max(best, 2.0 * depth / (2.0 * depth + shared.getValue() + other));
      }
    }
    return best;
  }

  private static int depth(Synset meaning) {
    return meaning.getPOS() == POS.ADJECTIVE
        ? 0
        : upward(meaning).values().stream().mapToInt(n -> n).max().orElse(0);
  }
}
