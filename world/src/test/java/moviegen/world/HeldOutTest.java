package moviegen.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldOutTest {
  @Test
  void trainingNeverShowsWhatIsHeldOut() {
    assertThat(LongStream.range(0, 100_000).mapToObj(Scene::training)).noneMatch(HeldOut::contains);
  }

  @Test
  void aboutOneCombinationInTenIsHeldOut() {
    var scenes = LongStream.range(0, 20_000).mapToObj(Scene::random).toList();
    double pairs = scenes.stream().filter(s -> HeldOut.pair(s.subject(), s.color())).count();
    double triples =
        scenes.stream().filter(s -> HeldOut.triple(s.subject(), s.color(), s.action())).count();
    var people = scenes.stream().flatMap(s -> s.look().stream()).toList();
    double looks = people.stream().filter(HeldOut::look).count();
    assertThat(pairs / scenes.size()).isBetween(0.06, 0.16);
    assertThat(triples / scenes.size()).isBetween(0.06, 0.16);
    assertThat(looks / people.size()).isBetween(0.06, 0.16);
  }

  @ParameterizedTest
  @ValueSource(strings = {"subject", "color"})
  void everyValueLosesAPairAndKeepsMost(String attribute) {
    var words = Vocabulary.get();
    String other = attribute.equals("color") ? "subject" : "color";
    for (String value : words.values(attribute)) {
      var lost =
          words.values(other).stream()
              .filter(
                  with ->
                      attribute.equals("color")
                          ? HeldOut.pair(with, value)
                          : HeldOut.pair(value, with))
              .toList();
      assertThat(lost).as(value).hasSizeBetween(1, 3);
    }
  }

  @Test
  void everyActionIsHeldOutSomewhere() {
    var actions = new HashSet<String>();
    Kernel.of(Tier.T1).forEach(kernel -> actions.add(kernel.action()));
    assertThat(actions).containsExactlyInAnyOrderElementsOf(Vocabulary.get().values("action"));
  }

  @Test
  void theRedBallThatBouncesIsHeldOutAsATripleOnly() {
    assertThat(HeldOut.triple("ball", "red", "bounces")).isTrue();
    assertThat(HeldOut.pair("ball", "red")).isFalse();
  }

  @Test
  void clothesDoNotMakeAnotherPerson() {
    var look = new Look("tan", "bald", "none", "long", "square", "coat");
    for (String clothes : Vocabulary.get().values("clothes")) {
      assertThat(HeldOut.look(look.wearing(clothes))).isEqualTo(HeldOut.look(look));
    }
  }
}
