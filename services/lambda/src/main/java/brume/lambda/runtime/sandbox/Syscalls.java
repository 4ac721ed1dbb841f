package brume.lambda.runtime.sandbox;

/// Numbers of system calls on one architecture. Source: the kernel's syscall tables.
///
/// @param architecture `AUDIT_ARCH_*`
/// @param hasX32 whether a second set of numbers exists that must be refused whole
record Syscalls(
    int architecture,
    boolean hasX32,
    int plainClone,
    int clone3,
    int ioctl,
    int socket,
    int[] denied) {

  // ptrace, syslog, pivot_root, adjtimex, chroot, acct, settimeofday, mount, umount2, swapon,
  // swapoff, reboot, sethostname, setdomainname, iopl, ioperm, create_module, init_module,
  // delete_module, quotactl, lookup_dcookie, clock_settime, kexec_load, add_key, request_key,
  // keyctl, unshare, move_pages, perf_event_open, name_to_handle_at, open_by_handle_at,
  // clock_adjtime, setns, process_vm_readv, process_vm_writev, kcmp, finit_module,
  // kexec_file_load, bpf, userfaultfd, io_uring_setup, io_uring_enter, io_uring_register,
  // open_tree, move_mount, fsopen, fsconfig, fsmount, fspick, pidfd_getfd, mount_setattr,
  // quotactl_fd
  static final Syscalls AMD64 =
      new Syscalls(
          0xC000_003E,
          true,
          56,
          435,
          16,
          41,
          new int[] {
            101, 103, 155, 159, 161, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174,
            175, 176, 179, 212, 227, 246, 248, 249, 250, 272, 279, 298, 303, 304, 305, 308, 310,
            311, 312, 313, 320, 321, 323, 425, 426, 427, 428, 429, 430, 431, 432, 433, 438, 442,
            443
          });

  // The same, less iopl, ioperm and create_module, which this architecture does not have.
  static final Syscalls AARCH64 =
      new Syscalls(
          0xC000_00B7,
          false,
          220,
          435,
          29,
          198,
          new int[] {
            117, 116, 41, 171, 51, 89, 170, 40, 39, 224, 225, 142, 161, 162, 105, 106, 60, 18, 112,
            104, 217, 218, 219, 97, 239, 241, 264, 265, 266, 268, 270, 271, 272, 273, 294, 280, 282,
            425, 426, 427, 428, 429, 430, 431, 432, 433, 438, 442, 443
          });
}
