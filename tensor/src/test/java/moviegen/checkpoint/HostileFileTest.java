package moviegen.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that lie about what they hold are refused when they are opened. */
class HostileFileTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          not JSON             | 8  | {"a":                                                      | the header is not JSON: Unexpected end-of-input
          not an object        | 8  | []                                                         | the header is START_ARRAY, expected START_OBJECT
          empty header         | 0  | ` `                                                        | the header is null, expected START_OBJECT
          trailing text        | 0  | {} {}                                                      | the header goes on after its closing brace
          duplicate tensor     | 4  | {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}} | tensor a is there twice
          duplicate field      | 4  | {"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}} | tensor a has "dtype" twice
          duplicate metadata   | 0  | {"__metadata__":{},"__metadata__":{}}                      | __metadata__ is there twice
          metadata of numbers  | 0  | {"__metadata__":{"steps":3}}                               | __metadata__ "steps" is VALUE_NUMBER_INT, expected VALUE_STRING
          missing field        | 4  | {"a":{"dtype":"F32","shape":[1]}}                          | tensor a needs the fields dtype, shape and data_offsets
          unknown field        | 4  | {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"url":"x"}} | tensor a has an unknown field "url"
          unknown dtype        | 4  | {"a":{"dtype":"F31","shape":[1],"data_offsets":[0,4]}}     | tensor a has the dtype "F31", expected one of [F64
          negative length      | 4  | {"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}    | tensor a has -1 in "shape", expected whole numbers
          negative offset      | 4  | {"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}    | tensor a has -4 in "data_offsets", expected whole numbers
          a number past 2^63   | 4  | {"a":{"dtype":"F32","shape":[18446744073709551617],"data_offsets":[0,4]}} | tensor a has 18446744073709551617 in "shape"
          a fraction           | 4  | {"a":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}}   | tensor a has 1.0 in "shape"
          three offsets        | 4  | {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}   | tensor a has 3 data_offsets, expected 2
          seventeen axes       | 4  | {"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1],"data_offsets":[0,4]}} | tensor a has more than 16 numbers in "shape"
          descending offsets   | 4  | {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}     | tensor a lies at bytes 4 to 0, expected an ascending range within the 4 there are
          beyond the end       | 4  | {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}     | tensor a lies at bytes 0 to 8, expected an ascending range within the 4 there are
          wrong shape          | 4  | {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,4]}}     | tensor a is F32 [3], which takes 12 bytes, but its offsets span 4
          overflowing shape    | 4  | {"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,4]}} | which takes more than 2^63 bytes
          a hidden overflow    | 0  | {"a":{"dtype":"F32","shape":[0,4611686018427387904,4],"data_offsets":[0,0]}} | which takes more than 2^63 bytes
          overlap              | 8  | {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | tensor b starts at byte 4, expected 8, where the one before it ends
          a gap                | 12 | {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}} | tensor b starts at byte 8, expected 4, where the one before it ends
          bytes left over      | 8  | {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}     | the tensors end at byte 4, but 8 bytes follow the header
          """)
  void refuses(String lie, int dataBytes, String header, String reason) throws IOException {
    var file = folder.resolve("lie.safetensors");
    Files.write(file, bytes(header.length(), header, dataBytes));

    assertThatIllegalArgumentException()
        .as(lie)
        .isThrownBy(() -> Safetensors.open(file))
        .withMessageStartingWith(file.toString())
        .withMessageContaining(reason)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "1152921504606846976, the header claims 1152921504606846976 bytes",
    "-1, the header claims 18446744073709551615 bytes",
    "3, 'the header claims 3 bytes, expected at most 2'"
  })
  void refusesAHeaderLongerThanTheFile(long claimed, String reason) throws IOException {
    var file = folder.resolve("long.safetensors");
    Files.write(file, bytes(claimed, "{}", 0));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Safetensors.open(file))
        .withMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({"0", "7"})
  void refusesAFileTooShortForAHeader(int length) throws IOException {
    var file = folder.resolve("short.safetensors");
    Files.write(file, new byte[length]);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Safetensors.open(file))
        .withMessageEndingWith("the file has %d bytes, a safetensors file has at least 8", length);
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    var file = folder.resolve("truncated.safetensors");
    var whole =
        bytes(62, "{\"a\":{\"dtype\":\"F32\",\"shape\":[100],\"data_offsets\":[0,400]}}    ", 400);
    Files.write(file, whole);
    Safetensors.open(file).close();
    for (int length = 0; length < whole.length; length += 13) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatIllegalArgumentException().isThrownBy(() -> Safetensors.open(file));
    }
  }

  private static byte[] bytes(long headerLength, String header, int dataBytes) {
    var json = header.getBytes(UTF_8);
    return ByteBuffer.allocate(8 + json.length + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(headerLength)
        .put(json)
        .array();
  }
}
