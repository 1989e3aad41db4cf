package moviegen.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PromptsTest {
  @ParameterizedTest
  @EnumSource(names = "T4", mode = EnumSource.Mode.EXCLUDE)
  void everyPromptBelongsToItsTier(Tier tier) {
    for (Prompt prompt : Prompts.of(tier, Split.DEV, 200, 1)) {
      var truth = prompt.truth();
      String subject = truth.getOrDefault("subject", "");
      String color = truth.getOrDefault("color", "");
      boolean pair = HeldOut.pair(subject, color);
      boolean triple = HeldOut.triple(subject, color, truth.getOrDefault("action", ""));
      assertThat(pair).as(prompt.prompt()).isEqualTo(tier == Tier.T2);
      assertThat(triple || pair).as(prompt.prompt()).isEqualTo(tier != Tier.T3);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "T4", mode = EnumSource.Mode.EXCLUDE)
  void valuesAreAskedForEquallyOften(Tier tier) {
    var counts = new HashMap<String, Map<String, Long>>();
    var prompts = Prompts.of(tier, Split.DEV, 300, 2);
    for (String attribute :
        new String[] {"place", "time", "weather", "action", "camera", "style"}) {
      counts.put(
          attribute,
          prompts.stream()
              .flatMap(prompt -> prompt.truth().entrySet().stream())
              .filter(entry -> entry.getKey().equals(attribute))
              .collect(Collectors.groupingBy(Map.Entry::getValue, Collectors.counting())));
    }
    assertThat(counts)
        .allSatisfy(
            (attribute, count) -> {
              var values = Vocabulary.get().values(attribute);
              assertThat(count.keySet()).containsExactlyInAnyOrderElementsOf(values);
              long most = count.values().stream().max(Long::compare).orElse(0L);
              assertThat(count.values()).as(attribute).allMatch(n -> n >= most * 0.6);
            });
  }

  @Test
  void eachUnseenPromptHasOneUnseenWord() {
    for (Prompt prompt : Prompts.of(Tier.T3, Split.DEV, 200, 3)) {
      String text = " " + prompt.prompt().toLowerCase(Locale.ROOT).replace(",", " ") + " ";
      assertThat(
              Unseen.all().stream()
                  .filter(one -> text.contains(" " + Lexicon.kernel(one.text()) + " "))
                  .filter(one -> one.value().equals(prompt.truth().get(one.attribute()))))
          .as(text)
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "T4", mode = EnumSource.Mode.EXCLUDE)
  void theSameSeedGivesTheSamePrompts(Tier tier) {
    assertThat(Prompts.of(tier, Split.DEV, 20, 4)).isEqualTo(Prompts.of(tier, Split.DEV, 20, 4));
    assertThat(Prompts.of(tier, Split.DEV, 20, 4)).isNotEqualTo(Prompts.of(tier, Split.DEV, 20, 5));
  }

  @Test
  void noPromptsAtAllAreRefused() {
    assertThatThrownBy(() -> Prompts.of(Tier.T1, Split.DEV, 0, 1))
        .hasMessage("a prompts file has at least 1 prompt, got 0");
  }

  @ParameterizedTest
  @EnumSource(names = "T4", mode = EnumSource.Mode.EXCLUDE)
  void noPromptIsInBothSplits(Tier tier) {
    var dev = Prompts.of(tier, Split.DEV, 200, 1).stream().map(Prompt::prompt).toList();
    var test = Prompts.of(tier, Split.TEST, 200, 1).stream().map(Prompt::prompt).toList();
    assertThat(dev).doesNotHaveDuplicates().doesNotContainAnyElementsOf(test);
  }

  @Test
  void aPromptOfAnyoneIsOfTheLastTier() {
    assertThat(Prompts.of(Tier.T2, Split.TEST, 1, 1)).map(Tier::of).containsExactly(Tier.T2);
    assertThat(Tier.of(new Prompt("line-1", "a cat", Map.of()))).isEqualTo(Tier.T4);
  }

  @Test
  void promptsOfAnyoneAreNotMade() {
    assertThatThrownBy(() -> Prompts.of(Tier.T4, Split.DEV, 1, 1))
        .hasMessage("prompts are made of one of [T1, T2, T3], got T4");
  }
}
