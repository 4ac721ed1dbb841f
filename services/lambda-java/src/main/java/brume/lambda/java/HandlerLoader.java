package brume.lambda.java;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;

/// Finds and makes what a handler's name names: `package.Class` or `package.Class::method`.
final class HandlerLoader {
  private static final String SEPARATOR = "::";

  private HandlerLoader() {}

  static RequestStreamHandler load(String name) throws ReflectiveOperationException {
    int at = name.lastIndexOf(SEPARATOR);
    var className = at < 0 ? name : name.substring(0, at);
    var method = at < 0 ? "" : name.substring(at + SEPARATOR.length());
    if (className.isEmpty() || (at >= 0 && method.isEmpty())) {
      throw new Fault("Invalid handler: `" + name + "'");
    }
    var type = find(className);
    return method.isEmpty() ? ofInterface(type) : MethodHandler.of(type, method);
  }

  private static Class<?> find(String name) {
    try {
      return Class.forName(name, true, ClassLoader.getSystemClassLoader());
    } catch (ClassNotFoundException e) {
      throw new Fault("Class not found: " + name, e);
    } catch (LinkageError e) {
      var detail = e.getMessage() == null ? "" : ": " + e.getMessage();
      throw new Fault("Error loading class " + name + detail, e);
    }
  }

  private static RequestStreamHandler ofInterface(Class<?> type) {
    // No pattern switch: what it makes at run time is not in AOT caches and takes milliseconds.
    var made = instance(type);
    if (made instanceof RequestStreamHandler handler) {
      return handler;
    }
    if (made instanceof RequestHandler<?, ?> handler) {
      return ObjectHandler.of(handler);
    }
    throw new Fault("Class does not implement an appropriate handler interface: " + type.getName());
  }

  /// A new object of a class whose author may know nothing of this program.
  static Object instance(Class<?> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (NoSuchMethodException e) {
      boolean inner = type.getEnclosingClass() != null && !Modifier.isStatic(type.getModifiers());
      throw inner
          ? new Fault(
              "Class "
                  + type.getName()
                  + " cannot be instantiated because it is a non-static inner class")
          : new Fault("Class " + type.getName() + " has no public zero-argument constructor", e);
    } catch (InvocationTargetException e) {
      var reason = Failure.unwrapped(e);
      throw new Fault(String.valueOf(reason.getMessage()), reason);
    } catch (ReflectiveOperationException e) {
      throw new Fault("Class " + type.getName() + " cannot be instantiated", e);
    }
  }
}
