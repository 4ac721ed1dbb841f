package brume.lambda.runtime.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A filter of system calls, as the program of the kernel's classic packet filter.
///
/// Denied is what no function needs and what kernels were broken through: mounting, tracing,
/// loading code into the kernel, keys, performance events, io_uring, user faults, new namespaces,
/// unusual address families, and pushing input into a terminal. Everything else is allowed. Source:
/// Linux documentation, userspace-api/seccomp_filter.
final class SeccompFilter {
  private static final int LOAD = 0x20;
  private static final int JUMP_EQUAL = 0x15;
  private static final int JUMP_AT_LEAST = 0x35;
  private static final int JUMP_ANY_BIT = 0x45;
  private static final int RETURN = 0x06;

  private static final int NUMBER_OFFSET = 0;
  private static final int ARCHITECTURE_OFFSET = 4;
  private static final int FIRST_ARGUMENT_OFFSET = 16;
  private static final int SECOND_ARGUMENT_OFFSET = 24;

  private static final int ALLOW = 0x7fff_0000;
  private static final int ERROR = 0x0005_0000;
  private static final int EPERM = 1;
  private static final int ENOSYS = 38;
  private static final int EAFNOSUPPORT = 97;

  private static final int NEW_NAMESPACES = 0x7e02_0000;
  private static final int TIOCSTI = 0x5412;
  private static final int X32_BIT = 0x4000_0000;
  private static final int[] ADDRESS_FAMILIES = {1, 2, 10, 16};

  private final ByteBuffer program = ByteBuffer.allocate(4096).order(ByteOrder.nativeOrder());

  private SeccompFilter() {}

  /// The program in the layout of `struct sock_filter[]`; empty for an unknown architecture.
  static byte[] bytes(String architecture) {
    return switch (architecture) {
      case "amd64" -> new SeccompFilter().build(Syscalls.AMD64);
      case "aarch64" -> new SeccompFilter().build(Syscalls.AARCH64);
      default -> new byte[0];
    };
  }

  private byte[] build(Syscalls calls) {
    load(ARCHITECTURE_OFFSET);
    skipIfEqual(calls.architecture(), 1);
    refuse(ENOSYS);
    load(NUMBER_OFFSET);
    if (calls.hasX32()) {
      emit(JUMP_AT_LEAST, 0, 1, X32_BIT);
      refuse(ENOSYS);
    }
    for (int number : calls.denied()) {
      refuseIfEqual(number, EPERM);
    }
    // Its flags lie in memory, which a filter cannot read; the C library then falls back to clone.
    refuseIfEqual(calls.clone3(), ENOSYS);
    check(calls.plainClone(), FIRST_ARGUMENT_OFFSET, () -> refuseIfAnyBit(NEW_NAMESPACES));
    check(calls.ioctl(), SECOND_ARGUMENT_OFFSET, () -> refuseIfEqual(TIOCSTI, EPERM));
    check(calls.socket(), FIRST_ARGUMENT_OFFSET, this::refuseUnlessKnownFamily);
    emit(RETURN, 0, 0, ALLOW);
    return Arrays.copyOf(program.array(), program.position());
  }

  /// For one system call, looks at an argument and ends with allow or refusal.
  private void check(int number, int argument, Runnable refusals) {
    int jump = program.position();
    emit(JUMP_EQUAL, 0, 0, number);
    load(argument);
    refusals.run();
    emit(RETURN, 0, 0, ALLOW);
    int skipped = (program.position() - jump) / 8 - 1;
    program.put(jump + 3, (byte) skipped);
  }

  private void refuseIfAnyBit(int bits) {
    emit(JUMP_ANY_BIT, 0, 1, bits);
    refuse(EPERM);
  }

  private void refuseUnlessKnownFamily() {
    for (int i = 0; i < ADDRESS_FAMILIES.length; i++) {
      skipIfEqual(ADDRESS_FAMILIES[i], ADDRESS_FAMILIES.length - i);
    }
    refuse(EAFNOSUPPORT);
  }

  private void refuseIfEqual(int value, int errno) {
    emit(JUMP_EQUAL, 0, 1, value);
    refuse(errno);
  }

  private void refuse(int errno) {
    emit(RETURN, 0, 0, ERROR | errno);
  }

  private void load(int offset) {
    emit(LOAD, 0, 0, offset);
  }

  private void skipIfEqual(int value, int instructions) {
    emit(JUMP_EQUAL, instructions, 0, value);
  }

  private void emit(int code, int ifTrue, int ifFalse, int operand) {
    program.putShort((short) code).put((byte) ifTrue).put((byte) ifFalse).putInt(operand);
  }
}
