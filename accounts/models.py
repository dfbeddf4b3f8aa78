"""The user, the log of who read whose data, and the log of what was changed."""

from django.conf import settings
from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager):
    """Creates users by e-mail address; there is no user name."""

    use_in_migrations = True

    def create_user(self, email, password=None, **fields):
        """A user with this address; without a password nobody can sign in as that user."""
        if not email:
            raise ValueError("a user needs an e-mail address")
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """The operator: Django's admin and every project."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        return self.get(email=email.lower())


class User(AbstractUser):
    """A person who signs in, known by the e-mail address. Roles are given per project (projects.TeamMember)."""

    username = None
    email = models.EmailField(_("adres e-mail"), unique=True)
    position = models.CharField(
        _("stanowisko"), max_length=80, blank=True, help_text=_("jak ma stać pod nazwiskiem, na przykład koordynatorka")
    )
    calendar_key = models.CharField(  # noqa: DJ001 (unique: nobody has one is no value, and may stand many times)
        _("klucz kalendarza"),
        max_length=43,
        unique=True,
        null=True,
        editable=False,
        help_text=_("kto go zna, widzi terminy"),
    )
    is_demo = models.BooleanField(_("konto przykładowe"), default=False, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        verbose_name = _("użytkownik")
        verbose_name_plural = _("użytkownicy")
        ordering = ["last_name", "first_name", "email"]

    def __str__(self):
        return self.get_full_name() or self.email

    def roles(self):
        """The roles this user has in any project."""
        return set(self.memberships.values_list("role", flat=True))


class AccessLog(models.Model):
    """One opening of personal data: who, when, what and whose. Rows are added and never changed (a trigger refuses)."""

    class Act(models.TextChoices):
        LIST = "list", _("lista osób")
        VIEW = "view", _("dane osoby")
        EDIT = "edit", _("zmiana danych")
        EXPORT = "export", _("plik z danymi")

    at = models.DateTimeField(_("kiedy"), auto_now_add=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, verbose_name=_("kto"), related_name="readings"
    )
    act = models.CharField(_("co"), max_length=10, choices=Act)
    project_slug = models.SlugField(_("projekt"), max_length=80, blank=True, db_index=False)
    subject = models.CharField(
        _("czyje"), max_length=80, blank=True, help_text=_("numer uczestnictwa albo opis listy, bez nazwisk")
    )

    class Meta:
        verbose_name = _("wpis dziennika dostępu")
        verbose_name_plural = _("dziennik dostępu")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["project_slug", "-at"], name="accesslog_project")]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.act} {self.subject}"


def log_access(user, act, *, project=None, subject=""):
    """Writes down that this user opened these data; ``subject`` is a number or a description, never a name."""
    return AccessLog.objects.create(
        user=user, act=act, project_slug=project.slug if project else "", subject=str(subject)[:80]
    )


class ChangeLog(models.Model):
    """One row added, changed or removed, as the database itself wrote it down: when, by whom, how, and what differs.

    Triggers write it (migration "history kept by the database"), so it holds whatever a form, a file or a shell did. ``before`` and
    ``after`` are columns by name, as PostgreSQL says them in JSON: only those that differ, the whole row of one removed, nothing of
    one added. ``owner`` is the number of what the row belongs to. Rows are added and never changed (a trigger refuses); forgetting
    empties ``before`` and ``after`` and says when. To be read through ``participants.history``.
    """

    class How(models.TextChoices):
        FORM = "form", _("formularz")
        FILE = "file", _("import pliku")
        UNDO = "undo", _("cofnięcie importu")
        MERGE = "merge", _("połączenie zapisów")
        PART = "part", _("rozłączenie zapisów")
        JOB = "job", _("praca w tle")
        COMMAND = "command", _("polecenie")
        DEMO = "demo", _("dane przykładowe")

    class About(models.TextChoices):
        PERSON = "person", _("osoba")
        PARTICIPATION = "participation", _("uczestnictwo")
        PROJECT = "project", _("projekt")

    class Act(models.TextChoices):
        ADDED = "insert", _("dodanie")
        CHANGED = "update", _("zmiana")
        REMOVED = "delete", _("usunięcie")

    at = models.DateTimeField(_("kiedy"))
    # no key in the database: ten thousand rows of an import would each ask for it, and a log outlives its users
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("kto"),
    )
    how = models.CharField(_("jak"), max_length=12, choices=How, blank=True)
    source = models.CharField(_("skąd"), max_length=40, blank=True)
    table_name = models.CharField(_("tabela"), max_length=63)
    row_number = models.BigIntegerField(_("wiersz"))
    about = models.CharField(_("czego dotyczy"), max_length=13, choices=About)
    owner = models.BigIntegerField(_("numer"), null=True)
    act = models.CharField(_("co się stało"), max_length=6, choices=Act)
    before = models.JSONField(_("przed"), default=dict)
    after = models.JSONField(_("po"), default=dict)
    forgotten_at = models.DateTimeField(_("usunięto wartości"), null=True, blank=True)

    class Meta:
        verbose_name = _("wpis dziennika zmian")
        verbose_name_plural = _("dziennik zmian")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["owner", "about", "at"], name="changelog_owner")]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.act} {self.table_name} {self.row_number}"
