package moviegen.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a cat with a sign that says "HELLO"     | HELLO
          “open” and "shut"                       | open shut
          a board reading 'SALE', not a cat's toy | SALE
          it's the dog's ball                     | ``
          a sign "" and « ja »                    | ja
          an unfinished "quote                    | ``
          ‘hi’ and the robots’ arms               | hi
          """)
  void findsWhatStandsInQuotationMarks(String prompt, String quoted) {
    assertThat(QuotedText.of(prompt)).isEqualTo(quoted);
  }

  @ParameterizedTest
  @CsvSource({"HELLO", "grüße", "日本", "''"})
  void bytesComeBackAsTheText(String text) {
    assertThat(ByteTokens.decode(ByteTokens.encode(text, 100))).isEqualTo(text);
  }

  @Test
  void bytesStartAtThreeAndEndInOne() {
    assertThat(ByteTokens.encode("AB", 16)).containsExactly(68, 69, 1);
    assertThat(ByteTokens.encode("ABCDEF", 4)).containsExactly(68, 69, 70, 1);
    assertThat(ByteTokens.encode("", 16)).containsExactly(1);
  }
}
