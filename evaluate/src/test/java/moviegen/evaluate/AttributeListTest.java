package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.LongStream;
import moviegen.world.Caption;
import moviegen.world.Scene;
import org.junit.jupiter.api.Test;

class AttributeListTest {
  @Test
  void readsNamesOfOneAndTwoWords() {
    assertThat(
            AttributeList.parse(
                "place beach color red companion cat companion color blue sign \" a ##b \""
                    + " camera tracking shot style neon cyberpunk glasses round"))
        .hasToString(
            "{place=beach, color=red, companion=cat, companion_color=blue, sign=ab,"
                + " camera=tracking shot, style=neon cyberpunk, glasses=round}");
  }

  @Test
  void readsNothingWhereNothingIsWritten() {
    assertThat(AttributeList.parse("")).isEmpty();
    assertThat(AttributeList.parse("a red ball")).isEmpty();
  }

  @Test
  void findsAllThatASceneTells() {
    LongStream.range(0, 200)
        .mapToObj(Scene::random)
        .forEach(
            scene -> {
              var text = Caption.attributes(scene);
              var said = AttributeList.parse(text.toLowerCase(Locale.ROOT));
              assertThat(said.keySet()).as(text).isSubsetOf(scene.truth().keySet());
              said.forEach(
                  (name, value) ->
                      assertThat(value)
                          .as(text)
                          .isEqualToIgnoringCase(scene.truth().getOrDefault(name, "")));
              assertThat(said).hasSizeGreaterThan(7);
            });
  }
}
