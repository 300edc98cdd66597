"""Where the parts of an article stand in the pages of Vietnamese papers and portals.

One row is one CMS family. Selectors are single compounds (``tag.class``, ``#id``,
``[itemprop=x]``): all of them are looked up while a page is walked once. Families and
where they were seen are described in docs; a row serves every site of its family.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Part(StrEnum):
    """A part of an article page."""

    TITLE = "title"
    LEAD = "lead"
    BODY = "body"
    DATE = "date"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Portal:
    """Selectors of one CMS family, space-separated compounds for each part."""

    family: str
    title: str = ""
    lead: str = ""
    body: str = ""
    date: str = ""
    caption: str = ""
    furniture: str = ""


PORTALS: tuple[Portal, ...] = (
    Portal(
        "dated path /section/YYYYMM/slug-id/ (16 provincial papers)",
        body="#content .content-detail div.td-post-content",
        date=".date_up #date .date",
        caption="td.image_desc .image_desc",
    ),
    Portal(
        "VDOC slug-a<id>.html (baocantho, baolongan, baocamau, baodongkhoi)",
        lead="h4.sapo",
        body=".content-fck #newscontents .singular-content #contentNews",
        date="span.pubdate div.pubdate",
    ),
    Portal(
        "cms-body / zce slug-post<id>.html (baohatinh, baolaocai, baogialai, nhandan)",
        title=".article__title",
        lead=".article__sapo",
        body=".zce-content-body .cms-body",
        date=".article__meta",
        furniture=".ads_middle article.story",
    ),
    Portal(
        "b-grid / 1cdn.vn slug-<id>.html (baonghean, hanoimoi, baohaiphong, baodanang)",
        title=".sc-longform-header-title .c-detail-head__title",
        lead=".sc-longform-header-sapo .block-sc-sapo .b-maincontent__sapo",
        body="article.entry .entry .b-maincontent",
        date=".c-detail-head__time .sc-longform-header-date",
        furniture=".sc-related-articles .sc-empty-layer",
    ),
    Portal(
        "content-detail / h1.name (baocaobang, baohungyen, baoquangninh)",
        title="h1.name",
        body="#content-detail .content-article",
        furniture=".block-news-list",
    ),
    Portal(
        "newscontent + /uploads/image (baohaugiang, baobaclieu, baokontum, baotravinh)",
        body=".contentView .newscontent",
        date=".date-contentL",
    ),
    Portal(
        "Channel / VCCorp (baochinhphu, baotintuc, dantri, danviet, vietnamnet)",
        title=".detail-title .title-detail",
        lead=".detail-sapo .sapo .singular-sapo .content-detail-sapo",
        body=".detail-content .singular-content .maincontent .afcbc-body",
        date=".detail-time .dateandcat .bread-crumb-detail__time .author-time",
        caption=".PhotoCMS_Caption .pCaption",
        furniture=".detail-related .relate-container",
    ),
    Portal(
        "single papers (baothaibinh, baophuyen, baobacninhtv, baolaichau, baothanhhoa)",
        title=".post-info__title",
        lead=".news_detail_sapo",
        body=".news_content .news_body .link_content .news-details__content .newsDetail",
        date=".time_up",
        furniture=".same",
    ),
    Portal(
        "SharePoint by Tân Dân (dienbien, thanhhoa, namdinh, ninhthuan, hungyen .gov.vn)",
        title=".tandan-p-article-news-title",
        lead=".tandan-p-article-news-summary",
        body=".tandan-p-article-main .ms-rtestate-field .ms-rtefield",
        date=".tandan-span-date-publish",
        furniture=".tandan-div-article-other .social-share .td-tags",
    ),
    Portal(
        "other SharePoint (quangninh, quangngai, mard, nongthonmoi .gov.vn)",
        body=".noi-dung-trang .asset-content #divArticleDescription",
        date=".publish-date .date-post",
    ),
    Portal(
        "Liferay (bacgiang, thainguyen, quangtri, quangbinh .gov.vn)",
        body=".journal-content-article .asset-full-content",
        date=".meta-data-date .date_post",
        furniture=".asset-related-content",
    ),
    Portal(
        "PostDate / ArticleContent (caobang, laocai, binhthuan .gov.vn)",
        body="div.ArticleContent",
        date="div.PostDate",
    ),
    Portal(
        "NukeViet (binhphuoc.gov.vn, departments, NTM offices, communes)",
        lead="#hometext .hometext",
        body="#news-bodyhtml .bodytext .bodyhtml",
        date="span.time span.h5",
        furniture="ul.related .keywords .newsrelated .news_more",
    ),
    Portal(
        "Joomla and K2 (nongthonmoi.langson.gov.vn, departments)",
        title=".itemTitle",
        lead=".itemIntroText",
        body=".itemFullText .itemBody .item-page [itemprop=articleBody]",
        date=".itemDateCreated .published .create",
        caption=".itemImageCaption",
        furniture=".itemToolbar .itemRelated .itemNavigation .itemComments .itemLinks",
    ),
    Portal(
        "WordPress (tourism, brand and extension offices)",
        title=".entry-title .post-title",
        body=".entry-content .post-content .td-post-content",
        date=".entry-date .post-date .posted-on .published",
        caption=".wp-caption-text",
        furniture=".jp-relatedposts .entry-footer .post-navigation",
    ),
    Portal(
        "MasterCMS (congthuong.vn, langngheviet.com.vn)",
        title=".article-detail-title",
        lead=".article-detail-desc",
        body=".article-detail-content .__MASTERCMS_CONTENT",
        date="span.format_time .format_time",
        furniture=".__MB_ARTICLE_A",
    ),
    Portal(
        "any page",
        lead=".sapo .lead .chapeau .summary .hometext .article-lead .news-sapo",
        body="[itemprop=articleBody] .article-content .article-body .detail-content .news-content",
        date="[itemprop=datePublished] .publish-date .post-date .date-time .ngay-dang",
        caption="figcaption .caption .image-caption .img-caption .photo-caption",
    ),
)  # fmt: skip


def _index() -> MappingProxyType[str, tuple[tuple[str, Part], ...]]:
    """Parts by the key of their compound: (tag or "", part) under ``.class``/``#id``/``[x=y]``."""
    index: dict[str, list[tuple[str, Part]]] = {}
    for portal in PORTALS:
        for part in Part:
            for compound in str(getattr(portal, part.value)).split():
                tag, key = _split_compound(compound)
                index.setdefault(key, []).append((tag, part))
    return MappingProxyType({key: tuple(parts) for key, parts in index.items()})


def _split_compound(compound: str) -> tuple[str, str]:
    at = min((i for i in (compound.find(c) for c in ".#[") if i >= 0), default=0)
    return (compound[:at], compound[at:]) if at or compound[0] in ".#[" else ("", compound)


SELECTORS = _index()


def parts_of(tag: str, classes: str | None, ident: str | None, prop: str | None) -> set[Part]:
    """The parts that an element is by its tag, class, id and itemprop."""
    keys = [f".{name}" for name in classes.split()] if classes else []
    if ident:
        keys.append(f"#{ident}")
    if prop:
        keys.append(f"[itemprop={prop}]")
    found = {
        part
        for key in keys
        for wanted, part in SELECTORS.get(key, ())
        if not wanted or wanted == tag
    }
    if tag == "figcaption":
        found.add(Part.CAPTION)
    return found
