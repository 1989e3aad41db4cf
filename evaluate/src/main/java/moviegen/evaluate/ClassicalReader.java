package moviegen.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import moviegen.media.Frames;

/** Reads a film without having learned: from its motion, the colors of what moves, and letters. */
public final class ClassicalReader implements Reader {
  /** The way, in frame widths, from which on something travels. */
  private static final double TRAVELS = 0.15;

  /** The way on the screen up to which the camera goes along. */
  private static final double ACCOMPANIED = 0.08;

  /** The share of frames in which it has to be seen. */
  private static final double PRESENT = 0.7;

  @Override
  public Map<String, String> read(Frames film) {
    var read = new LinkedHashMap<String, String>();
    SignReader.read(CameraMotion.times(film).stream().map(t -> Luma.of(film, t)).toList())
        .ifPresent(letters -> read.put("sign", letters));
    var camera = CameraWord.of(film);
    if (camera.motion().steps().isEmpty()) {
      return read;
    }
    var region = MovingRegion.of(film, camera.motion());
    double travel = region.travel(false) / film.width();
    boolean travels = Math.abs(travel) > TRAVELS;
    ColorWord.of(film, region, travels).ifPresent(color -> read.put("color", color));
    if (camera.word().isPresent() && region.presence() > PRESENT) {
      Optional<String> sideways = Optional.of(travel > 0 ? "right" : "left");
      (travels ? sideways : Growth.of(film, region).direction())
          .ifPresent(direction -> read.put("direction", direction));
    }
    motion(camera, region, read.containsKey("direction"))
        .ifPresent(motion -> read.put("motion", motion));
    boolean along = travels && Math.abs(region.travel(true)) / film.width() < ACCOMPANIED;
    camera
        .word()
        .map(word -> word.startsWith("truck") && along ? "tracking shot" : word)
        .ifPresent(word -> read.put("camera", word));
    return read;
  }

  /** Whether anything moves: before a camera that moves, only what goes somewhere surely does. */
  private static Optional<String> motion(CameraWord camera, MovingRegion region, boolean goes) {
    boolean stands = camera.word().equals(Optional.of("static shot"));
    if (goes || stands && region.presence() > 0.5) {
      return Optional.of("moving");
    }
    return stands && region.presence() < 0.2 ? Optional.of("still") : Optional.empty();
  }
}
