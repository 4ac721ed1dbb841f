package brume.lambda.java;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which types a class gives to the parameters of an interface that it implements, perhaps through
/// others.
final class TypeArguments {
  private TypeArguments() {}

  static List<Type> of(Class<?> type, Class<?> wanted) {
    var found = find(type, Map.of(), wanted);
    if (found == null) {
      throw new Fault(
          "Class %s does not implement %s with concrete type parameters"
              .formatted(type.getName(), wanted.getSimpleName()));
    }
    return found.stream().map(argument -> bound(argument, type, wanted)).toList();
  }

  private static @Nullable List<Type> find(
      Class<?> type, Map<TypeVariable<?>, Type> known, Class<?> wanted) {
    var superclass = type.getGenericSuperclass();
    var above =
        Stream.concat(Stream.of(type.getGenericInterfaces()), Stream.ofNullable(superclass));
    for (var parent : above.toList()) {
      var found =
          parent instanceof ParameterizedType generic
              ? findAbove(generic, known, wanted)
              : find((Class<?>) parent, Map.of(), wanted);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable List<Type> findAbove(
      ParameterizedType generic, Map<TypeVariable<?>, Type> known, Class<?> wanted) {
    var arguments =
        Stream.of(generic.getActualTypeArguments())
            .map(
                argument ->
                    argument instanceof TypeVariable<?> v ? known.getOrDefault(v, v) : argument)
            .toList();
    var raw = (Class<?>) generic.getRawType();
    if (raw == wanted) {
      return arguments;
    }
    var named = new HashMap<TypeVariable<?>, Type>();
    for (int i = 0; i < arguments.size(); i++) {
      named.put(raw.getTypeParameters()[i], arguments.get(i));
    }
    return find(raw, named, wanted);
  }

  private static Type bound(Type argument, Class<?> type, Class<?> wanted) {
    if (!(argument instanceof TypeVariable<?> variable)) {
      return argument;
    }
    var bound = variable.getBounds()[0];
    if (bound == Object.class) {
      throw new Fault(
          "Class %s does not implement %s with concrete type parameters: parameter %s has no upper bound."
              .formatted(type.getName(), wanted.getSimpleName(), variable));
    }
    return bound;
  }
}
