package moviegen.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moviegen.media.Frames;

/** Reads a film without having learned: from its motion, the colors of what moves, and letters. */
public final class ClassicalReader implements Reader {
  /** The way, in frame widths, from which on something travels. */
  private static final double TRAVELS = 0.15;

  /** The way on the screen, with the background, from which on a camera leaves something behind. */
  private static final double LEFT_BEHIND = 0.13;

  /** The way against the background from which on something goes ahead of the camera. */
  private static final double AHEAD = 0.3;

  /** The way of the ground that a camera that goes sideways has to show. */
  private static final double GROUND = 0.15;

  /** The share of frames in which it has to be seen. */
  private static final double PRESENT = 0.7;

  @Override
  public List<String> attributes() {
    return List.of("color", "direction", ReaderScore.MOTION, "camera", "sign");
  }

  @Override
  public boolean mayBeSilent() {
    return true;
  }

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
    ColorWord.of(film, region, Math.abs(travel) > TRAVELS)
        .ifPresent(color -> read.put("color", color));
    boolean along = goesAlong(camera, region);
    direction(film, camera, region, along).ifPresent(direction -> read.put("direction", direction));
    camera.word().ifPresent(word -> read.put("camera", along ? "tracking shot" : word));
    motion(camera, region, read.containsKey("direction"))
        .ifPresent(motion -> read.put("motion", motion));
    return read;
  }

  /** Whether a camera that goes sideways keeps what moves where it is on the screen. */
  private static boolean goesAlong(CameraWord camera, MovingRegion region) {
    double onScreen = region.travel(true) / region.motion().width();
    double back = toward(camera).equals(Optional.of("left")) ? onScreen : -onScreen;
    return toward(camera).isPresent()
        && region.presence() > PRESENT
        && back < LEFT_BEHIND
        && back > -AHEAD;
  }

  /** Where a camera goes that goes sideways. */
  private static Optional<String> toward(CameraWord camera) {
    return camera
        .word()
        .filter(word -> word.startsWith("truck "))
        .map(word -> word.substring("truck ".length()));
  }

  private static Optional<String> direction(
      Frames film, CameraWord camera, MovingRegion region, boolean along) {
    if (camera.word().isEmpty() || region.presence() < PRESENT) {
      return Optional.empty();
    }
    if (along) {
      return toward(camera);
    }
    double ground = Math.abs(camera.motion().total(CameraMotion.BANDS - 1).x()) / film.width();
    double travel = region.travel(false) / film.width();
    if (Math.abs(travel) < TRAVELS) {
      return Growth.of(film, region).direction();
    }
    boolean known = toward(camera).isEmpty() || ground > GROUND;
    return known ? Optional.of(travel > 0 ? "right" : "left") : Optional.empty();
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
