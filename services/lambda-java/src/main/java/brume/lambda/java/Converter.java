package brume.lambda.java;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/// Between JSON and the objects of one type.
interface Converter {

  @Nullable Object read(InputStream in);

  void write(@Nullable Object value, OutputStream out);

  /// The function's own one if its package names one, else one for plain values, for the event
  /// classes of AWS, or the general one.
  static Converter of(Type type) {
    var own = Own.FOUND;
    if (!own.isEmpty()) {
      return new Custom(own.getFirst(), type);
    }
    return Plain.isPlain(type) ? new Plain(type) : ofLibrary(type);
  }

  /// Of `aws-lambda-java-serialization`.
  static Converter ofLibrary(Type type) {
    if (type instanceof Class<?> known
        && LambdaEventSerializers.isLambdaSupportedEvent(known.getName())) {
      return new Standard<>(
          LambdaEventSerializers.serializerFor(known, ClassLoader.getSystemClassLoader()));
    }
    return new Standard<>(JacksonFactory.getInstance().getSerializer(type));
  }

  /// Looked for once.
  final class Own {
    static final List<CustomPojoSerializer> FOUND = find();

    private Own() {}

    private static List<CustomPojoSerializer> find() {
      var found = ServiceLoader.load(CustomPojoSerializer.class).stream().toList();
      if (found.size() > 1) {
        throw new Fault(
            "Too many serializers provided inside the META-INF/services folder, only one is allowed");
      }
      return found.stream().map(ServiceLoader.Provider::get).toList();
    }
  }

  record Standard<T>(PojoSerializer<T> serializer) implements Converter {
    @Override
    public @Nullable Object read(InputStream in) {
      return serializer.fromJson(in);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void write(@Nullable Object value, OutputStream out) {
      serializer.toJson((T) value, out);
    }
  }

  /// Of the function.
  record Custom(CustomPojoSerializer serializer, Type type) implements Converter {
    @Override
    public @Nullable Object read(InputStream in) {
      return serializer.<Object>fromJson(in, type);
    }

    @Override
    public void write(@Nullable Object value, OutputStream out) {
      serializer.toJson(value, out, type);
    }
  }
}
