package brume.lambda.runtime.sandbox;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// The calls of the C library that Java has no words for. Linux only; each throws with `errno`.
@SuppressWarnings("restricted")
final class Native {
  static final int CLONE_NEWNS = 0x0002_0000;
  static final int CLONE_NEWNET = 0x4000_0000;
  static final long MS_BIND = 0x1000;
  static final long MS_REC = 0x4000;
  static final long MS_PRIVATE = 1 << 18;

  private static final int AF_INET = 2;
  private static final int SOCK_DGRAM = 2;
  private static final long SIOCSIFFLAGS = 0x8914;
  private static final short IFF_UP_RUNNING = 0x41;
  private static final int IFREQ_BYTES = 40;
  private static final int IFREQ_FLAGS = 16;
  private static final int O_NONBLOCK_CLOEXEC = 0x800 | 0x80000;
  private static final short POLLIN = 1;
  private static final int EINTR = 4;
  private static final int EAGAIN = 11;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle UNSHARE = bind("unshare", JAVA_INT);
  private static final MethodHandle SOCKET = bind("socket", JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle CLOSE = bind("close", JAVA_INT);
  private static final MethodHandle PIPE2 = bind("pipe2", ADDRESS, JAVA_INT);
  private static final MethodHandle POLL = bind("poll", ADDRESS, JAVA_LONG, JAVA_INT);
  private static final MethodHandle READ = bindLong("read", JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle MOUNT =
      bind("mount", ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
  private static final MethodHandle IOCTL =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("ioctl"),
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
          Linker.Option.captureCallState("errno"),
          Linker.Option.firstVariadicArg(2));

  private Native() {}

  /// Moves the calling thread, and no other, into new namespaces.
  static void unshare(int flags) throws IOException {
    call("unshare", (state, _) -> (int) UNSHARE.invokeExact(state, flags));
  }

  /// Brings the loopback interface of the thread's network namespace up.
  static void loopbackUp() throws IOException {
    int socket = call("socket", (s, _) -> (int) SOCKET.invokeExact(s, AF_INET, SOCK_DGRAM, 0));
    try {
      call("ioctl", (state, arena) -> raise(state, arena.allocate(IFREQ_BYTES, 8), socket));
    } finally {
      close(socket);
    }
  }

  private static int raise(MemorySegment state, MemorySegment request, int socket)
      throws Throwable {
    request.setString(0, "lo");
    request.set(JAVA_SHORT, IFREQ_FLAGS, IFF_UP_RUNNING);
    return (int) IOCTL.invokeExact(state, socket, SIOCSIFFLAGS, request);
  }

  /// The arguments of mount(2); an empty `type` or `data` is none.
  static void mount(String source, String target, String type, long flags, String data)
      throws IOException {
    call(
        "mount " + target,
        (state, arena) ->
            (int)
                MOUNT.invokeExact(
                    state,
                    arena.allocateFrom(source),
                    arena.allocateFrom(target),
                    text(arena, type),
                    flags,
                    text(arena, data)));
  }

  private static MemorySegment text(Arena arena, String text) {
    return text.isEmpty() ? MemorySegment.NULL : arena.allocateFrom(text);
  }

  /// The reading and the writing end of a new pipe, both closed on exec; the reading end does not
  /// block.
  static int[] pipe() throws IOException {
    var ends = new int[2];
    call(
        "pipe2",
        (state, arena) -> {
          var pair = arena.allocate(JAVA_INT, 2);
          int result = (int) PIPE2.invokeExact(state, pair, O_NONBLOCK_CLOEXEC);
          ends[0] = pair.getAtIndex(JAVA_INT, 0);
          ends[1] = pair.getAtIndex(JAVA_INT, 1);
          return result;
        });
    return ends;
  }

  /// Blocks until something can be read or the last writer is gone.
  static void awaitReadable(int descriptor) throws IOException {
    call(
        "poll",
        (state, arena) -> {
          var poll = arena.allocate(8, 4);
          poll.set(JAVA_INT, 0, descriptor);
          poll.set(JAVA_SHORT, 4, POLLIN);
          int ready = (int) POLL.invokeExact(state, poll, 1L, -1);
          return ready < 0 && errno(state) == EINTR ? 0 : ready;
        });
  }

  /// The number of bytes read into `buffer`; 0 at the end, −1 when there is nothing now.
  static int read(int descriptor, MemorySegment buffer) throws IOException {
    return call(
        "read",
        (state, _) -> {
          long count = (long) READ.invokeExact(state, descriptor, buffer, buffer.byteSize());
          return count < 0 && errno(state) == EAGAIN ? NOTHING_NOW : (int) count;
        });
  }

  static final int NOTHING_NOW = -2;

  static void close(int descriptor) throws IOException {
    call("close", (state, _) -> (int) CLOSE.invokeExact(state, descriptor));
  }

  private static int errno(MemorySegment state) {
    return (int) ERRNO.get(state, 0L);
  }

  private interface Call {
    int run(MemorySegment state, Arena arena) throws Throwable;
  }

  private static int call(String name, Call call) throws IOException {
    try (var arena = Arena.ofConfined()) {
      var state = arena.allocate(STATE);
      int result = call.run(state, arena);
      if (result == -1) {
        throw new IOException(name + " failed with errno " + errno(state));
      }
      return result;
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle bind(String name, MemoryLayout... arguments) {
    return handle(name, FunctionDescriptor.of(JAVA_INT, arguments));
  }

  private static MethodHandle bindLong(String name, MemoryLayout... arguments) {
    return handle(name, FunctionDescriptor.of(JAVA_LONG, arguments));
  }

  private static MethodHandle handle(String name, FunctionDescriptor descriptor) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name),
        descriptor,
        Linker.Option.captureCallState("errno"));
  }

  /// A buffer outside the heap, for [#read].
  static MemorySegment buffer(Arena arena, int bytes) {
    return arena.allocate(JAVA_BYTE, bytes);
  }
}
