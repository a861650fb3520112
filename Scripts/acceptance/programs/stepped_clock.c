// The system clock of one process, stepped while it runs: preload this, and let $WEIR_CLOCK name a file with the step in seconds
// as a 64-bit number. Monotonic time stays what it is, as when somebody sets the clock of a machine.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>

static volatile const int64_t zero, *step = &zero;
// Later than any time since the machine started, earlier than any date: which clock an absolute time is of.
enum { DATES = 1000000000 };

#define REAL(name) \
    static typeof(&name) real; \
    if (!real) real = (typeof(&name))dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void attach(void) {
    const char *path = getenv("WEIR_CLOCK");
    int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    void *page = file < 0 ? MAP_FAILED : mmap(0, sizeof *step, PROT_READ, MAP_SHARED, file, 0);
    if (page != MAP_FAILED) step = page;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    REAL(clock_gettime);
    int code = real(clock, now);
    if (code == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += *step;
    return code;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    REAL(gettimeofday);
    int code = real(now, zone);
    now->tv_sec += *step;
    return code;
}

time_t time(time_t *now) {
    struct timespec here;
    clock_gettime(CLOCK_REALTIME, &here);
    if (now) *now = here.tv_sec;
    return here.tv_sec;
}

// Waits until a date of the stepped clock are waits until a date of the kernel's.
static struct timespec kernels(const struct timespec *date) {
    struct timespec when = *date;
    if (when.tv_sec > DATES) when.tv_sec -= *step;
    return when;
}

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict date) {
    REAL(sem_timedwait);
    struct timespec when = kernels(date);
    return real(semaphore, &when);
}

int pthread_cond_timedwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex, const struct timespec *restrict date) {
    REAL(pthread_cond_timedwait);
    struct timespec when = kernels(date);
    return real(condition, mutex, &when);
}

int timerfd_settime(int timer, int flags, const struct itimerspec *new, struct itimerspec *old) {
    REAL(timerfd_settime);
    struct itimerspec when = *new;
    if (flags & TFD_TIMER_ABSTIME) when.it_value = kernels(&new->it_value);
    return real(timer, flags, &when, old);
}
