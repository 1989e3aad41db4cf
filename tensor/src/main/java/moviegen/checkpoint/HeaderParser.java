package moviegen.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import moviegen.tensor.DType;

/** Reads the JSON of a safetensors header, token by token, and takes nothing for granted. */
final class HeaderParser {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String METADATA = "__metadata__";
  private static final int MAX_AXES = 16;

  private final String file;
  private final JsonParser parser;
  private final Map<String, Entry> entries = new TreeMap<>();
  private final Map<String, String> metadata = new TreeMap<>();
  private boolean metadataSeen;

  private HeaderParser(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  static Header parse(String file, byte[] json) {
    try (var parser = JSON.createParser(json)) {
      return new HeaderParser(file, parser).header();
    } catch (JsonParseException | StreamConstraintsException e) {
      throw new IllegalArgumentException(
          "%s: the header is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  private Header header() throws IOException {
    expect(JsonToken.START_OBJECT, "the header");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (name.equals(METADATA)) {
        readMetadata();
      } else if (entries.put(name, entry(name)) != null) {
        throw refused("tensor %s is there twice".formatted(name));
      }
    }
    if (parser.nextToken() != null) {
      throw refused("the header goes on after its closing brace");
    }
    return new Header(metadata, entries);
  }

  private void readMetadata() throws IOException {
    if (metadataSeen) {
      throw refused("%s is there twice".formatted(METADATA));
    }
    metadataSeen = true;
    expect(JsonToken.START_OBJECT, METADATA);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      expect(JsonToken.VALUE_STRING, METADATA + " \"" + key + "\"");
      if (metadata.put(key, parser.getText()) != null) {
        throw refused("%s \"%s\" is there twice".formatted(METADATA, key));
      }
    }
  }

  private Entry entry(String name) throws IOException {
    String what = "tensor " + name;
    expect(JsonToken.START_OBJECT, what);
    var dtypes = new LinkedHashMap<String, DType>();
    var lists = new LinkedHashMap<String, List<Long>>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      boolean again =
          switch (field) {
            case "dtype" -> dtypes.put(field, dtype(what)) != null;
            case "shape", "data_offsets" -> lists.put(field, naturals(what, field)) != null;
            default -> throw refused("%s has an unknown field \"%s\"".formatted(what, field));
          };
      if (again) {
        throw refused("%s has \"%s\" twice".formatted(what, field));
      }
    }
    var dtype = dtypes.get("dtype");
    var shape = lists.get("shape");
    var offsets = lists.get("data_offsets");
    if (dtype == null || shape == null || offsets == null) {
      throw refused("%s needs the fields dtype, shape and data_offsets".formatted(what));
    }
    if (offsets.size() != 2) {
      throw refused("%s has %d data_offsets, expected 2".formatted(what, offsets.size()));
    }
    return new Entry(name, dtype, shape, offsets.get(0), offsets.get(1));
  }

  private DType dtype(String what) throws IOException {
    expect(JsonToken.VALUE_STRING, what + " \"dtype\"");
    String name = parser.getText();
    return Arrays.stream(Element.values())
        .filter(element -> element.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    "%s has the dtype \"%s\", expected one of %s"
                        .formatted(what, name, Arrays.toString(Element.values()))))
        .dtype();
  }

  private List<Long> naturals(String what, String field) throws IOException {
    expect(JsonToken.START_ARRAY, what + " \"" + field + "\"");
    var values = new ArrayList<Long>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (values.size() == MAX_AXES) {
        throw refused("%s has more than %d numbers in \"%s\"".formatted(what, MAX_AXES, field));
      }
      values.add(natural(what, field));
    }
    return List.copyOf(values);
  }

  private long natural(String what, String field) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
        && parser.getLongValue() >= 0) {
      return parser.getLongValue();
    }
    throw refused(
        "%s has %s in \"%s\", expected whole numbers from 0 to %d"
            .formatted(what, parser.getText(), field, Long.MAX_VALUE));
  }

  private void expect(JsonToken token, String what) throws IOException {
    if (parser.nextToken() != token) {
      throw refused("%s is %s, expected %s".formatted(what, parser.currentToken(), token));
    }
  }

  private IllegalArgumentException refused(String reason) {
    return new IllegalArgumentException(file + ": " + reason);
  }
}
