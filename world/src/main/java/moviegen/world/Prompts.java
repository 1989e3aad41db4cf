package moviegen.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Prompts to measure with: every value of every attribute is asked for as often as its siblings, as
 * nearly as what is held out allows.
 */
public final class Prompts {
  /** The tiers that prompts can be made of. */
  public static final List<Tier> TIERS = List.of(Tier.T1, Tier.T2, Tier.T3);

  private static final int SAID = 7;

  private final Tier tier;
  private final Split split;
  private final SplittableRandom random;
  private final Balance balance;

  private Prompts(Tier tier, Split split, long seed) {
    this.tier = tier;
    this.split = split;
    this.random = new SplittableRandom(Scene.mix(seed, tier.name().hashCode()));
    this.balance = new Balance(random);
  }

  /** So many prompts of a tier and a split, all different; the same seed gives the same ones. */
  public static List<Prompt> of(Tier tier, Split split, int count, long seed) {
    if (count < 1) {
      throw new IllegalArgumentException("a prompts file has at least 1 prompt, got " + count);
    }
    if (!TIERS.contains(tier)) {
      throw new IllegalArgumentException(
          "prompts are made of one of %s, got %s".formatted(TIERS, tier));
    }
    var prompts = new Prompts(tier, split, seed);
    var texts = new HashSet<String>();
    var list = new ArrayList<Prompt>(count);
    while (list.size() < count) {
      String id =
          String.format(
              Locale.ROOT,
              "%s-%s-%04d",
              tier,
              split.name().toLowerCase(Locale.ROOT),
              list.size() + 1);
      prompts.draw(id).filter(prompt -> texts.add(prompt.prompt())).ifPresent(list::add);
    }
    return List.copyOf(list);
  }

  /** A prompt, unless it belongs to the other split. */
  private Optional<Prompt> draw(String id) {
    var unseen = tier == Tier.T3 ? Unseen.all() : List.of(Unseen.NOTHING);
    var word = balance.least(unseen, one -> balance.count("unseen", one.text()));
    var kernels = Kernel.of(tier).stream().filter(word::fits).toList();
    var kernel = balance.least(kernels, balance::share);
    Scene scene = new Casting(kernel, word, balance, random).scene();
    var told = Caption.told(scene);
    var brief = Brief.saying(scene, said(told.keySet(), word), word.instead(), random);
    told.keySet().retainAll(brief.said());
    if (Split.of(brief.text()) != split) {
      return Optional.empty();
    }
    balance.add("unseen", word.text());
    told.forEach(balance::add);
    return Optional.of(new Prompt(id, brief.text(), told));
  }

  /**
   * The kernel, the place, the unseen word, and the attributes that were asked for least so far.
   */
  private Set<String> said(Set<String> told, Unseen word) {
    var said = new LinkedHashSet<String>(Kernel.ATTRIBUTES);
    said.add("place");
    said.addAll(word.instead().keySet());
    while (said.size() < SAID) {
      var left = told.stream().filter(name -> !said.contains(name)).toList();
      if (left.isEmpty()) {
        break;
      }
      String next = balance.least(left, name -> balance.total(name));
      said.add(next);
      if (next.startsWith("companion")) {
        said.addAll(List.of("companion", "companion_color"));
      }
    }
    return said;
  }
}
