package moviegen.tensor;

import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.NumberType;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.OptionalType;
import org.bytedeco.pytorch.Type;

/** Operators of libtorch that have no method of their own, found by name once. */
final class Operators {
  static final OperatorHandle WEIGHT_NORM = find("aten::_weight_norm_interface");

  private Operators() {}

  static OperatorHandle find(String name) {
    var handle = Dispatcher.singleton().findSchemaOrThrow(name, "");
    handle.retainReference();
    return handle;
  }

  /** The first result of {@code operator}; its arguments are freed. */
  static Tensor call(OperatorHandle operator, IValue... arguments) {
    return Scope.tidy(
        () -> {
          var stack = new IValueVector();
          for (var argument : arguments) {
            stack.push_back(argument);
            argument.close();
          }
          operator.callBoxed(stack);
          return new Tensor(new org.bytedeco.pytorch.Tensor(stack.get(0).toTensor()));
        });
  }

  /** The type {@code Scalar?}, for lists of it. */
  static Type.TypePtr optionalNumber() {
    return OptionalType.get(new Type.TypePtr(NumberType.getNumberIntTypePtr().get()));
  }
}
