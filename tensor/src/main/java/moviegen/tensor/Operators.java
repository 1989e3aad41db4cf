package moviegen.tensor;

import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.OperatorHandle;

/** Operators of libtorch that have no method of their own, found by name once. */
final class Operators {
  static final OperatorHandle WEIGHT_NORM = find("aten::_weight_norm_interface");

  private Operators() {}

  private static OperatorHandle find(String name) {
    var handle = Dispatcher.singleton().findSchemaOrThrow(name, "");
    handle.retainReference();
    return handle;
  }
}
