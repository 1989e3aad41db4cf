package moviegen.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import moviegen.checkpoint.Checkpoint;
import moviegen.checkpoint.CheckpointSource;
import moviegen.checkpoint.KeyMap;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Scope;

/** A part's safetensors file, which says itself what it is and which shape its model has. */
record WeightsFile(Part part, Map<String, String> says, Checkpoint checkpoint)
    implements AutoCloseable {
  private static final String PART = "moviegen.part";
  private static final String CONFIG = "moviegen.config";
  private static final String NEEDS = "moviegen.needs";

  /** Opens the part and checks that it is what its name says, and fits the others of its cast. */
  static WeightsFile open(OwnCast cast, String name) {
    var part = cast.part(name);
    var checkpoint = Checkpoint.open(part.file());
    var file = new WeightsFile(part, checkpoint.metadata(), checkpoint);
    try {
      file.check(cast);
      return file;
    } catch (RuntimeException e) {
      checkpoint.close();
      throw e;
    }
  }

  private void check(OwnCast cast) {
    Limits.require(
        part.name().equals(says.get(PART)),
        "%s should hold the part \"%s\", it says it is \"%s\".",
        part.file(),
        part.name(),
        says.getOrDefault(PART, "none"));
    json(NEEDS, Needs.class)
        .forEach(
            (needed, sha256) ->
                Limits.require(
                    cast.requireFor(part.name(), needed).standsFor(sha256),
                    "%s was trained with another \"%s\" than this cast has.",
                    part.file(),
                    needed));
  }

  /** The hashes of the parts that this one was trained with. */
  private static final class Needs extends LinkedHashMap<String, String> {
    @java.io.Serial private static final long serialVersionUID = 1;
  }

  /** The shape of its model. */
  <C> C config(Class<C> type) {
    return json(CONFIG, type);
  }

  private <T> T json(String key, Class<T> type) {
    try {
      return new JsonMapper().readValue(says.getOrDefault(key, "{}"), type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s states a wrong %s: %s.".formatted(part.file(), key, e.getOriginalMessage()), e);
    }
  }

  /** Builds a model from these weights, all of which it must use. */
  <C, M> Loaded<M> load(C config, DType type, BiFunction<Params, C, M> model) {
    return load(config, KeyMap.IDENTITY, type, model);
  }

  /** Builds a model from those of these weights that {@code keys} leaves. */
  <C, M> Loaded<M> load(C config, KeyMap keys, DType type, BiFunction<Params, C, M> model) {
    try (var _ = Scope.open()) {
      CheckpointSource source = checkpoint.source(keys).as(type);
      var params = Params.frozen(source);
      try {
        var loaded = model.apply(params, config);
        source.requireAllUsed();
        return new Loaded<>(loaded, params);
      } catch (RuntimeException e) {
        params.close();
        throw e;
      }
    }
  }

  @Override
  public void close() {
    checkpoint.close();
  }

  /** A model and the memory of its weights. */
  record Loaded<M>(M model, Params params) implements AutoCloseable {
    @Override
    public void close() {
      params.close();
    }
  }
}
