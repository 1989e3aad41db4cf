package moviegen.wan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptCleaningTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A red ball rolls on the beach.",
        "une forêt près de la côte, à l'aube",
        "镜头拉远。",
        "größe & höhe",
        "5 < 6 and 7 > 6",
        "naïve £5 ½ cup, 20 °C"
      })
  void leavesWholeTextAlone(String text) {
    assertThat(PromptCleaning.clean(text)).isEqualTo(text);
  }

  @Test
  void isDoneAfterOnce() {
    String once = PromptCleaning.clean(" A&amp;amp;B  “so”\tcafÃ© ﬁre，！ ");
    assertThat(PromptCleaning.clean(once)).isEqualTo(once);
  }

  @Test
  void joinsWhiteSpace() {
    assertThat(PromptCleaning.clean("  a\u00a0 b\r\n\tc\u3000d ")).isEqualTo("a b c d");
  }

  @Test
  void makesQuotesStraightAndLigaturesLetters() {
    assertThat(PromptCleaning.clean("“it’s a ﬁne ﬂower”")).isEqualTo("\"it's a fine flower\"");
  }

  @Test
  void narrowsWideLetters() {
    assertThat(PromptCleaning.clean("色调艳丽，过曝，Ｗａｎ！ ｶﾞ")).isEqualTo("色调艳丽,过曝,Wan! ガ");
  }

  @Test
  void readsWhatWasMisread() {
    assertThat(PromptCleaning.clean("cafÃ© in the eveningâ€¦")).isEqualTo("café in the evening…");
    assertThat(PromptCleaning.clean("itâ€™s")).isEqualTo("it's");
    assertThat(PromptCleaning.clean("ÃƒÂ©")).isEqualTo("é");
  }

  @Test
  void unescapesTwiceAndOnceMoreWhereNoTagStands() {
    assertThat(PromptCleaning.clean("salt &amp; pepper")).isEqualTo("salt & pepper");
    assertThat(PromptCleaning.clean("&amp;amp;lt; &lt;b&gt; &quot;")).isEqualTo("< <b> \"");
    assertThat(PromptCleaning.clean("&#233; &#xE9; &eacute; &#150;")).isEqualTo("é é é –");
    assertThat(PromptCleaning.clean("<b> &ampx &copy2 &nothing; &no;")).isEqualTo("<b> &x ©2 ¬hing; &no;");
  }

  @Test
  void dropsControlCharactersAndTerminalColors() {
    assertThat(PromptCleaning.clean("\ufeffa\u0000 \u001b[31mred\u001b[0m fish\u007f"))
        .isEqualTo("a red fish");
  }

  @Test
  void composesAccents() {
    assertThat(PromptCleaning.clean("cafe\u0301")).isEqualTo("café");
  }
}
