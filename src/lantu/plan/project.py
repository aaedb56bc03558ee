"""Projects and programmes a plan names, and the information systems among them."""

from dataclasses import dataclass, field
from enum import StrEnum

from lantu.values import Span


class Stage(StrEnum):
    """How far a project stands or is to be brought; ``NONE`` when the plan does not say."""

    NONE = ""
    PLANNED = "planned"  # 谋划, 规划研究, 储备
    PREPARED = "prepared"  # 前期工作
    STARTED = "started"  # 开工, 新开工, 拟开工
    CONTINUED = "continued"  # 续建, 在建
    BUILT = "built"  # 建成, 竣工
    RUNNING = "running"  # 投产, 投运, 通车


class ProjectForm(StrEnum):
    """A single project, or a programme (an item with its own text: 工程, 行动, 计划)."""

    PROJECT = "project"
    PROGRAMME = "programme"


@dataclass(frozen=True, slots=True)
class Fact:
    """A capacity fact of a project as written (500千伏, 7300公里) and its place."""

    words: str
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Project:
    """One project or programme (重大工程项目).

    id: proposal ``eId~project~hash~ordinal`` or permanent id.
    name: as written, with the head it shares when listed (甲、乙等水电站 gives 甲水电站).
    form: project or programme; stage, stage_word: how far, and the plan's own word for it.
    group: title of the item it is listed under (公路), "" when none; box: title of the box or "".
    number: its number in a numbered list, 0 when not numbered.
    places: region codes of the places in its name; facts: capacity facts said of it.
    section: eId of the innermost heading or item; span: the words that name it.
    """

    id: str
    name: str
    form: ProjectForm = ProjectForm.PROJECT
    stage: Stage = Stage.NONE
    stage_word: str = ""
    group: str = ""
    box: str = ""
    number: int = 0
    places: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    section: str = ""
    span: Span | None = field(default=None, compare=False)


class PlatformAction(StrEnum):
    """What is to be done with an information system."""

    BUILD = "build"  # 新建, 建设, 搭建
    UPGRADE = "upgrade"  # 升级, 完善
    MERGE = "merge"  # 整合, 对接
    USE = "use"  # 依托, 推广, 用好


@dataclass(frozen=True, slots=True)
class Platform:
    """A named information system or data platform (平台, 系统, 数据库 …).

    id: proposal ``eId~platform~hash~ordinal`` or permanent id.
    name: as written; action, verb: what is done with it, and the plan's own word.
    section: eId of the innermost heading; span: the words that name it.
    """

    id: str
    name: str
    action: PlatformAction
    verb: str = ""
    section: str = ""
    span: Span | None = field(default=None, compare=False)
