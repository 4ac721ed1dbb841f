package brume.lambda.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Runs the filter as the kernel would.
class SeccompFilterTest {
  private static final int ALLOW = 0x7fff_0000;
  private static final int EPERM = 0x0005_0001;
  private static final int ENOSYS = 0x0005_0026;
  private static final int EAFNOSUPPORT = 0x0005_0061;

  private static int decideOn(Syscalls calls, int architecture, int number, long... arguments) {
    var data = ByteBuffer.allocate(64).order(ByteOrder.nativeOrder());
    data.putInt(number).putInt(architecture).putLong(0);
    Arrays.stream(arguments).forEach(data::putLong);
    var name = calls.hasX32() ? "amd64" : "aarch64";
    var program = ByteBuffer.wrap(SeccompFilter.bytes(name)).order(ByteOrder.nativeOrder());
    int accumulator = 0;
    for (int at = 0; ; at += 8) {
      int operand = program.getInt(at + 4);
      boolean holds =
          switch (program.getShort(at)) {
            case 0x20 -> {
              accumulator = data.getInt(operand);
              yield false;
            }
            case 0x15 -> accumulator == operand;
            case 0x35 -> Integer.compareUnsigned(accumulator, operand) >= 0;
            case 0x45 -> (accumulator & operand) != 0;
            case 0x06 -> {
              at = -1;
              yield false;
            }
            default -> throw new AssertionError("An instruction of no filter: " + at);
          };
      if (at < 0) {
        return operand;
      }
      if (program.getShort(at) != 0x20) {
        at += 8 * program.get(at + (holds ? 2 : 3));
      }
    }
  }

  private static int decide(Syscalls calls, int number, long... arguments) {
    return decideOn(calls, calls.architecture(), number, arguments);
  }

  @Test
  void deniesWhatNoFunctionNeeds() {
    for (var calls : new Syscalls[] {Syscalls.AMD64, Syscalls.AARCH64}) {
      assertThat(Arrays.stream(calls.denied()).map(number -> decide(calls, number)))
          .containsOnly(EPERM);
      assertThat(decide(calls, calls.clone3())).isEqualTo(ENOSYS);
    }
  }

  @Test
  void allowsWhatFunctionsDo() {
    assertThat(decide(Syscalls.AMD64, 0)).isEqualTo(ALLOW);
    assertThat(decide(Syscalls.AMD64, 59)).isEqualTo(ALLOW);
    assertThat(decide(Syscalls.AARCH64, 63)).isEqualTo(ALLOW);
  }

  @Test
  void allowsThreadsButNoNamespaces() {
    for (var calls : new Syscalls[] {Syscalls.AMD64, Syscalls.AARCH64}) {
      assertThat(decide(calls, calls.plainClone(), 0x3d0f00)).isEqualTo(ALLOW);
      assertThat(decide(calls, calls.plainClone(), 0x1000_0000)).isEqualTo(EPERM);
      assertThat(decide(calls, calls.plainClone(), 0x4000_0011)).isEqualTo(EPERM);
    }
  }

  @Test
  void allowsUsualAddressFamilies() {
    for (var calls : new Syscalls[] {Syscalls.AMD64, Syscalls.AARCH64}) {
      for (int family : new int[] {1, 2, 10, 16}) {
        assertThat(decide(calls, calls.socket(), family)).isEqualTo(ALLOW);
      }
      assertThat(decide(calls, calls.socket(), 17)).isEqualTo(EAFNOSUPPORT);
      assertThat(decide(calls, calls.socket(), 40)).isEqualTo(EAFNOSUPPORT);
    }
  }

  @Test
  void deniesToTypeIntoTerminals() {
    assertThat(decide(Syscalls.AMD64, 16, 1, 0x5412)).isEqualTo(EPERM);
    assertThat(decide(Syscalls.AMD64, 16, 1, 0x5401)).isEqualTo(ALLOW);
  }

  @Test
  void refusesOtherSetsOfNumbers() {
    assertThat(decideOn(Syscalls.AMD64, 0x4000_0003, 11)).isEqualTo(ENOSYS);
    assertThat(decide(Syscalls.AMD64, 0x4000_0000)).isEqualTo(ENOSYS);
  }

  @Test
  void hasNoneForOtherMachines() {
    assertThat(SeccompFilter.bytes("riscv64")).isEmpty();
  }
}
